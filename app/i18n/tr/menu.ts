export const menu = {
  file: 'Dosya',
  sendAsFax: 'Faks olarak gönder',
  newFax: 'Yeni faks',
  addPages: 'Sayfa ekle…',
  send: 'Gönder',
  documents: 'Belgeler ve görüntüler',
  quit: 'Çıkış',
  edit: 'Düzen',
  undo: 'Geri al',
  redo: 'Yinele',
  cut: 'Kes',
  copy: 'Kopyala',
  paste: 'Yapıştır',
  selectAll: 'Tümünü seç',
  view: 'Görünüm',
  compose: 'Faks gönder',
  outbox: 'Giden kutusu',
  pending: 'Bekleyenler',
  records: 'Kayıtlar',
  settings: 'Ayarlar',
  zoomIn: 'Yazıyı büyüt',
  zoomOut: 'Yazıyı küçült',
  actualSize: 'Olağan boyut',
  fullScreen: 'Tam ekran',
  help: 'Yardım',
  about: 'Faksla hakkında',
  aboutText: 'Faksla {{version}}',
  devTools: 'Geliştirici araçları',
  services: 'Servisler',
  hide: 'Faksla’yı gizle',
  hideOthers: 'Diğerlerini gizle',
  showAll: 'Tümünü göster',
  quitFaksla: 'Faksla’dan çık',
  window: 'Pencere',
  minimise: 'Küçült',
  zoom: 'Büyüt',
  close: 'Kapat',
  front: 'Tümünü öne getir',
  outboxLost:
    'Giden kutusu dosyası bozulmuştu ve içindeki hiçbir faks okunamadı; yeni bir giden kutusu açıldı. Gönderilmiş fakslarınızın kayıtları santralden yine okunur. Bozuk dosya {{path}} olarak saklandı.',
  outboxRecovered:
    'Giden kutusu dosyası bozulmuştu. {{count}} faks kurtarıldı; sırada bekleyenler, daha önce gönderilip gönderilmedikleri santrale sorulduktan sonra gönderilecek. Bozuk dosya {{path}} olarak saklandı.',
  outboxPartlyRecovered:
    'Giden kutusu dosyası bozulmuştu. {{count}} faks kurtarıldı, en az {{lost}} faks okunamadı. Sırada bekleyenler, daha önce gönderilip gönderilmedikleri santrale sorulduktan sonra gönderilecek. Bozuk dosya {{path}} olarak saklandı.',
  storageFull:
    'Disk dolu olduğu için Faksla verilerini yazamıyor: {{path}}. Yer açıp yeniden deneyin; giden kutunuz olduğu gibi duruyor.',
  storageReadOnly:
    'Faksla {{path}} klasörüne yazamıyor. Klasör salt okunur ya da yazma izniniz yok. İzinleri düzeltip Faksla’yı yeniden başlatın; giden kutunuz olduğu gibi duruyor.',
  storageInUse:
    'Giden kutusu dosyası bozuk ve başka bir Faksla penceresi ya da komutu onu kullanıyor. Onu kapatıp Faksla’yı yeniden başlatın.',
  storageTooNew:
    'Giden kutusu Faksla’nın daha yeni bir sürümüyle kullanılmış. Açmak için Faksla’yı güncelleyin; dosyaya dokunulmadı.',
  storageMigrationFailed:
    'Giden kutusu bu sürüme uyarlanamadı; dosya önceki hâliyle duruyor ({{path}}). Önceki sürümü kullanmaya devam edip destek isteyin.',
  storageNoFolder:
    '{{path}} bir klasör değil; Faksla verilerini oraya koyamıyor. FAKSLA_HOME ile bir klasör gösterin ya da oradaki dosyayı başka yere taşıyın.',
  storageUnknown:
    'Giden kutusu açılamadı ({{path}}). Faksla’yı yeniden başlatın; sürerse destek isteyin. Dosyalarınız olduğu gibi duruyor.',
  recordsDamaged:
    'Kayıtlar dosyası bozulmuştu. İçindeki sağlam kayıtlar notlarıyla birlikte yeni bir dosyaya alındı, bütün kayıtlar santralden yeniden okunacak. Bozuk dosya {{path}} olarak saklandı.',
} as const;
