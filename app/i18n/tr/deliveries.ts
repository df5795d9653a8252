/** The states of a delivery in words. */
export const deliveries = {
  queued: 'Sırada',
  queuedForNetwork: 'Bağlantı bekleniyor',
  queuedForRateLimit: 'Santral bekletiyor',
  queuedForUndo: 'Birazdan gönderilecek',
  queuedForTime: 'Belirlenen zamanda gönderilecek',
  queuedForOfficeHours: 'Çalışma saatlerinde gönderilecek',
  queuedForRetry: {
    busy: 'Hat meşguldü; yeniden denenecek',
    noAnswer: 'Yanıt veren olmadı; yeniden denenecek',
  },
  sending: 'Gönderiliyor',
  accepted: 'Santral kabul etti ({{orderId}})',
  unconfirmed: 'Sonuç denetleniyor',
  needsDecision: 'Kararınız gerekiyor',
  delivered: 'Teslim edildi',
  deliveredPages: 'Teslim edildi, {{sent}} / {{total}} sayfa',
  failed: 'Ulaşmadı: {{reason}}',
  failedPages: 'Ulaşmadı: {{reason}} ({{sent}} / {{total}} sayfa)',
  refused: 'Geri çevrildi: {{message}}',
  documentLost: 'Gönderilemedi: belgesi bulunamıyor ya da bozulmuş. Sayfalarını yeniden ekleyip gönderin.',
  cancelled: 'İptal edildi',
} as const;
