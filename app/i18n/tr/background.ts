/** The program's life without its window: tray, notifications, closing and quitting. */
export const background = {
  tray: {
    idle: 'Yolda faks yok',
    paused: 'Gönderim duraklatıldı',
    quitting: 'Yükleme bitince kapanacak',
    open: 'Faksla’yı aç',
    newFax: 'Yeni faks',
    showOutbox: 'Giden kutusu',
    pause: 'Gönderimi duraklat',
    resume: 'Gönderimi sürdür',
    quit: 'Çıkış',
  },
  standing: {
    uploading: 'Yükleniyor: {{n}}',
    waiting: 'Bekliyor: {{n}}',
    following: 'Santralde: {{n}}',
    asking: 'Kararınız gerekiyor: {{n}}',
  },
  closing: {
    message: 'Fakslarınız yolda. Faksla arka planda çalışsın mı?',
    detailTray:
      'Pencere kapanınca gönderim sürer; Faksla’ya bildirim alanındaki simgesinden ulaşırsınız. Seçiminizi Ayarlar’dan değiştirebilirsiniz.',
    detailMinimise:
      'Bu masaüstünde bildirim alanı yok; pencere küçültülür ve gönderim sürer. Seçiminizi Ayarlar’dan değiştirebilirsiniz.',
    keep: 'Arka planda çalışsın',
    quit: 'Çık',
    cancel: 'Vazgeç',
  },
  quitting: {
    message: 'Faksla’dan çıkılsın mı?',
    uploading: '{{n}} faks yükleniyor; program yükleme bitince kapanır.',
    waiting: '{{n}} faks bekliyor; Faksla yeniden açılınca gönderilir.',
    following: '{{n}} faks santralde; gönderim orada sürer, sonucunu yeniden açınca görürsünüz.',
    asking: '{{n}} faks kararınızı bekliyor; o zamana dek gönderilmez.',
    quit: 'Çık',
    cancel: 'Vazgeç',
  },
  received: {
    one: 'Faks geldi',
    many: '{{n}} faks geldi',
    body: '{{sender}}, {{pages}} sayfa',
    bodyOfMany: '{{sender}} ve {{n}} faks daha',
    unknown: 'Bilinmeyen numara',
  },
  news: {
    delivered: 'Faks teslim edildi',
    failed: 'Faks ulaşmadı',
    needsDecision: 'Faks kararınızı bekliyor',
    body: '{{number}}: {{state}}',
    finished: 'Gönderim bitti',
    manyFor: '{{counts}}. {{reason}}',
    many: {
      delivered: 'Fakslar teslim edildi',
      failed: 'Fakslar ulaşmadı',
      needsDecision: 'Fakslar kararınızı bekliyor',
    },
    counts: {
      delivered: '{{n}} faks teslim edildi',
      failed: '{{n}} faks ulaşmadı',
      needsDecision: '{{n}} faks kararınızı bekliyor',
    },
  },
  attention: 'İlgilenmeniz gereken fakslar var',
} as const;
