export const cli = {
  usage: `Faksla: Bulutsantralim ile faks gönderir.

Kullanım:
  faksla [DOSYA…]                            gönderme penceresini bu sayfalarla açar
  faksla render DOSYA… --out faks.pdf        göndermeden, gidecek olanı yazar
  faksla send DOSYA… --to NUMARA [--to …]    sıraya alır ve gönderir; --wait ile sonucu bekler
  faksla outbox                              bu bilgisayardaki gönderimler
  faksla outbox pause|resume                 göndermeyi durdurur, sürdürür
  faksla pending                             santralde bekleyenler (--limit, --page)
  faksla records                             faks kayıtları (--since, --until, --direction inbound|outbound|internal,
                                             --sender, --recipient, --success true|false, --limit, --page);
                                             --offline: bu bilgisayardakiler; --text SÖZCÜKLER: onlarda arar
  faksla sync [--since TARİH]                kayıtları bu bilgisayara alır
  faksla export --out DOSYA                  bu bilgisayardaki kayıtları yazar (--format csv|json, --text ve
                                             records komutunun süzgeçleri)
  faksla document KİMLİK --out DOSYA         bir faksın belgesi
  faksla proof KİMLİK --out kanit.pdf         bir gönderimin raporu ve sayfaları (gönderim ya da çağrı kimliği)
  faksla verify DOSYA                        raporu doğrular; değişmişse çıkış 4
  faksla key set|status|delete               API anahtarı (set, standart girdiden okur)

render ve send:  --resolution fine|standard   --mode auto|text|photo   --header METİN   --from NUMARA
send:            --at "2026-11-24 09:30"   --office-hours   --retry (--wait ile: meşgulse yeniden dener)
Her yerde:       --json   --demo   --help
Tarih ve saat:   2026-11-24, "2026-11-24 09:30"; ardından bölge (UTC, +02:00) yazılmadıkça Türkiye saati

Çıkış: 0 tamam · 1 santral ya da karşı taraf geri çevirdi · 2 yanlış kullanım · 3 anahtar yok
       4 dosya kullanılamıyor · 5 ulaşılamıyor · 6 sonuç belirsiz`,
  problems: {
    noCommand: 'Bir komut yazın. Komutlar için: faksla --help',
    unknownCommand: '“{{word}}” diye bir komut yok. Komutlar için: faksla --help',
    unknownOption: '{{option}} bu komutun bir seçeneği değil. Seçenekler için: faksla --help',
    missingValue: '{{option}} bir değer ister; değer “-” ile başlıyorsa {{option}}=… biçiminde yazın.',
    unexpectedValue: '{{option}} değer almaz.',
    badValue: '{{option}} için “{{value}}” olmaz. Olabilenler: {{allowed}}',
    missingArgument: '{{argument}} eksik. Kullanım için: faksla --help',
    spanReversed: '--until, --since anından önce olamaz.',
    sinceToCome: '“{{value}}” daha gelmedi; --since geçmişte bir tarih olmalı, örneğin 2025-01-31.',
    spanTooLong:
      'Santral bir kerede en çok {{days}} günün kayıtlarını verir. Daha uzunu için önce faksla sync, sonra aynı komut --offline ile.',
    unexpectedArgument: '“{{word}}” burada beklenmiyordu. Kullanım için: faksla --help',
  },
  rendered: '{{out}}: {{pages}} sayfa, {{bytes}} bayt, hatta yaklaşık {{seconds}} sn.',
  pageOf: '{{source}}, sayfa {{page}}: {{width}} × {{lines}}, {{bytes}} bayt, {{seconds}} sn.',
  delivery: '{{to}}: {{state}}',
  bug: 'Faksla beklenmedik bir hatayla karşılaştı ve durdu. Fakslarınız giden kutusunda duruyor: faksla outbox',
  interrupted: 'Yarıda kesildi. Santralin kabul ettiği fakslar yoluna devam eder; durumları için: faksla outbox',
  keptInOutbox: 'Faks giden kutusunda duruyor; Faksla penceresi açıkken bağlantı gelince gönderilecek.',
  keptWhenWritable:
    'Faks giden kutusunda duruyor; Faksla penceresi açıkken giden kutusu yazılabildiğinde gönderim sürecek.',
  keptForLater: 'Faks giden kutusunda; zamanı gelince Faksla penceresi açıksa gönderilecek.',
  keptWhilePaused: 'Giden kutusu duraklatılmış: faks sırada bekliyor. Sürdürmek için: faksla outbox resume',
  paused: 'Gönderme durduruldu. Santralin kabul ettikleri izlenmeye devam eder. Sürdürmek için: faksla outbox resume',
  resumed: 'Gönderme sürüyor.',
  sentBefore: 'Uyarı: bu belge {{to}} numarasına son 24 saatte zaten gönderildi ({{at}}). Yeniden gönderiliyor.',
  momentToCome: 'gelecekteki bir an, örneğin 2026-11-24 09:30',
  synced: '{{added}} yeni kayıt alındı; bu bilgisayarda {{records}} kayıt var.',
  unreadSpans: 'Santral {{n}} zaman aralığını eksik listeledi; bir sonraki faksla sync onları yeniden okur.',
  unusableEntries: 'Santralin yanıtındaki {{n}} kayıt kimliği olmadığı için alınamadı.',
  exported: '{{out}}: {{records}} kayıt.',
  documentWritten: '{{out}}: {{bytes}} bayt.',
  proofWritten: '{{out}}: {{bytes}} bayt. Doğrulamak için: faksla verify {{out}}',
  nothing: 'Liste boş.',
  page: 'Sayfa {{page}} / {{totalPages}}, toplam {{totalCount}}',
  keyKept: 'Anahtar santralde denendi ve anahtar kasasına kondu.',
  keyDeleted: 'Anahtar silindi.',
  keyFrom: {
    keychain: 'Anahtar var: anahtar kasasında.',
    session: 'Anahtar var: bu oturum için.',
    environment: 'Anahtar var: FAKSLA_API_KEY ortam değişkeninde.',
    demo: 'Deneme hesabı kullanılıyor.',
    none: 'Anahtar yok. Eklemek için: faksla key set',
  },
} as const;
