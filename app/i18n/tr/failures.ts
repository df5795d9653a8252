/** One sentence a failure: which file or field, what is wrong, what to do. */
export const failures = {
  fileChanged: '“{{name}}” faks yarım kaldıktan sonra değişmiş. Göndermeden önce sayfalarına bakın.',
  fileNotFound: '“{{name}}” bulunamadı. Taşınmış ya da silinmiş olabilir; dosyayı yeniden seçin.',
  fileIsFolder: '“{{name}}” bir klasör. İçindeki dosyaları seçip ekleyin.',
  fileUnreadable: '“{{name}}” okunamadı. Başka bir program kullanıyor ya da izniniz yok; kapatıp yeniden deneyin.',
  fileEmpty: '“{{name}}” boş (0 bayt). Dosyayı yeniden kaydedip ekleyin.',
  fileTooLarge: '“{{name}}” çok büyük. En çok {{limitMb}} MB olabilir; dosyayı bölün ya da küçültün.',
  fileUnsupported: '“{{name}}” fakslanabilen bir belge değil. PDF, TIFF, JPEG ya da PNG olarak kaydedip ekleyin.',
  imageDamaged: '“{{name}}” bozuk ya da yarım kalmış, açılamadı. Dosyayı yeniden alın ya da tarayın.',
  imageTooLarge:
    '“{{name}}” açılamayacak kadar büyük ({{widthPx}} × {{heightPx}} piksel). Görüntüyü küçültüp yeniden ekleyin.',
  documentDamaged: '“{{name}}” bozuk bir belge, açılamadı. Dosyayı yeniden alın ya da PDF olarak yeniden kaydedin.',
  documentTooHeavy:
    '“{{name}}” açılamadı: bozuk ya da açılınca çok fazla bellek istiyor. Daha yalın bir PDF’e yazdırıp onu ekleyin.',
  passwordNeeded: '“{{name}}” parolayla kilitli. Parolasını yazın ya da dosyayı parolasız kaydedin.',
  passwordWrong: '“{{name}}” için yazılan parola yanlış. Yeniden yazın.',
  tooManyPages: '“{{name}}” çok fazla sayfalı. En çok {{limit}} sayfa olabilir; dosyayı bölün.',
  pageTooSlow: '“{{name}}” çok uzun sürede açılıyor. Daha yalın bir PDF’e yazdırıp onu ekleyin.',
  fileNotWritable: '“{{name}}” yazılamadı. Klasörün var olduğunu, izninizi ve boş yeri denetleyin.',
  linkUnusable: 'Bu bağlantıda bir faks numarası yok: “{{link}}”. Numarayı kendiniz yazın.',
  linkExtension:
    'Bağlantıda {{extension}} dahilisi de var; faks dahili numara çeviremez. Numaranın doğrudan faksa çıktığından emin olun.',
  pressBroken:
    'Sayfalar hazırlanırken bir şey bozuldu; hiçbir şey gönderilmedi. Yeniden deneyin; sürerse destek isteyin.',
  noPages: 'Gönderilecek sayfa yok. En az bir belge ekleyin.',
  noRecipient: 'Alıcı yok. En az bir faks numarası yazın.',
  numberImpossible:
    '“{{input}}” bir faks numarası olamaz. Alan koduyla yazın, örneğin 0\u00a0212\u00a0320\u00a050\u00a072.',
  headerMissing: 'Gönderen başlığı boş. Alıcının sayfanın üstünde göreceği adı yazın.',
  keyMissing: 'API anahtarı yok. Ayarlar’da anahtarınızı girin ya da deneme hesabını kullanın.',
  keyRefused: 'Santral bu API anahtarını kabul etmedi. Anahtarı Santral Ayarlarım sayfasından yeniden kopyalayın.',
  keychainUnavailable:
    'Bu bilgisayarda anahtar kasası (keychain) kullanılamıyor. Anahtar yalnızca bu oturum için saklanabilir; dosyaya yazılmaz.',
  notReachable: '{{host}} adresine ulaşılamıyor. İnternet bağlantınızı denetleyin.',
  timedOut: '{{host}} zamanında yanıt vermedi. Biraz sonra yeniden deneyin.',
  insecureUrl:
    '{{url}} güvenli değil (http). Anahtarınız açık gideceği için bağlanılmadı; https adresi kullanın ya da Ayarlar’da izin verin.',
  urlUnusable:
    '“{{url}}” bir santral adresi olamaz. FAKSLA_API_URL değişkenini düzeltin, örneğin https://api.bulutsantralim.com.',
  refused: 'Santral isteği geri çevirdi ({{status}}): {{message}}',
  rateLimited: 'Santral çok sık istek aldığını bildirdi. Bir süre bekleyip yeniden deneyin.',
  serverFault: 'Santralde bir hata oluştu ({{status}}). Biraz sonra yeniden deneyin.',
  answerUnreadable: 'Santralin yanıtı anlaşılamadı ({{call}}). Biraz sonra yeniden deneyin; sürerse destek isteyin.',
  callNotFound: 'Santralde {{callUuid}} kimlikli bir faks yok.',
  documentEmpty: 'Santral bu faksın belgesini boş verdi (0 bayt). Biraz sonra yeniden deneyin; sürerse destek isteyin.',
  documentTooLarge:
    'Bu faksın belgesi {{limitMb}} MB’tan büyük olduğu için alınmadı. Belgeyi santralin sayfasından alın.',
  documentWrongType:
    'Santralin verdiği belge PDF ya da TIFF değil. Biraz sonra yeniden deneyin; sürerse destek isteyin.',
  documentCut: 'Bu faksın belgesi yarım geldi. Biraz sonra yeniden deneyin.',
  documentInsecure:
    'Santralin bu faksın belgesi için verdiği adres güvenli değil (https değil); belge alınmadı. Sürerse destek isteyin.',
  documentLinkExpired:
    'Santralin bu faksın belgesi için verdiği bağlantının süresi dolmuş; yeni alınan bağlantı da çalışmadı. Biraz sonra yeniden deneyin; sürerse destek isteyin.',
  unconfirmed:
    '{{recipient}} numarasına giden faksın kabul edilip edilmediği bilinmiyor. İki kez gitmesin diye yeniden gönderilmedi; kayıtlardan denetleniyor. Alınmadığı anlaşılırsa Faksla açıkken kendiliğinden yeniden gönderilir.',
  sentBefore:
    '{{recipient}} numarasına bu faks zaten teslim edildi ya da yolda. İki kez gitmesin diye gönderilmedi; isterseniz “Yeniden gönder” ile onaylayın.',
  documentLost: 'Bu faksın belgesi bulunamıyor ya da bozulmuş. Sayfalarını yeniden ekleyip gönderin.',
  deliveryNotFound: 'Bu bilgisayarda {{id}} kimlikli bir gönderim yok. Kimlikler için: faksla outbox --json',
  proofTooEarly: 'Bu faksın sonucu henüz belli değil. Sonuç gelince raporu hazırlanabilir.',
  nothingSent: 'Bu faks gönderilmeden bitti; raporu hazırlanacak bir gönderim yok.',
  recordsDamaged: 'Kayıtların tutulduğu dosya bozulmuş; Faksla onu yeniliyor. Yeniden deneyin.',
  storageFailed: 'Veri klasörüne yazılamadı. Diskte yer ve yazma izni olduğunu denetleyin.',
  outboxNotWritable:
    'Giden kutusu diske yazılamıyor. Diskte yer ve yazma izni olduğunu denetleyin; fakslarınız duruyor, yazılabildiği anda gönderim kendiliğinden sürecek.',
  unexpected:
    'Bu yapılamadı: beklenmedik bir hata oldu. Yeniden deneyin; sürerse Faksla’yı kapatıp açın. Fakslarınız duruyor.',
  cancelled: 'İptal edildi.',
} as const;
