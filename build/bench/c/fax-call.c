/* A fax call without a telephone: two T.30 terminals of libspandsp hear each other's samples (V.17, error correction,
   T.6). usage: fax-call SENT.tif RECEIVED.tif

   Prints one JSON object: how it ended, and the call's clock in seconds, made of samples, when the
   receiver was ready for the first page (`trained`), when each page was confirmed (`confirmed`) and when both had hung up (`ended`). */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <tiffio.h>
#define SPANDSP_EXPOSE_INTERNAL_STRUCTURES
#include <spandsp.h>

enum { SENDER, RECEIVER, PARTIES, BLOCK = 160, LONGEST_CALL = 2 * 3600 * (SAMPLE_RATE / BLOCK), MOST_PAGES = 1000 };

struct party {
  fax_state_t *fax;
  int16_t samples[BLOCK];
  bool has_ended;
  int completion;
};

static struct party parties[PARTIES];
static long blocks;
static double trained_at, confirmed_at[MOST_PAGES];
static int confirmed_pages;
static t30_stats_t statistics;

static double clock_seconds(void) { return (double)blocks * BLOCK / SAMPLE_RATE; }

/* The sender hears each frame of the receiver's; "confirmation to receive" ends the training. */
static void on_frame(t30_state_t *t30, void *user, int direction, const uint8_t *frame, int length)
{
  (void)t30, (void)user;
  bool is_heard = direction != 0;
  if (is_heard && length > 2 && (frame[2] & 0xFE) == (T30_CFR & 0xFE)) trained_at = clock_seconds();
}

static int on_page(t30_state_t *t30, void *user, int result)
{
  (void)t30, (void)user, (void)result;
  if (confirmed_pages < MOST_PAGES) confirmed_at[confirmed_pages++] = clock_seconds();
  return T30_ERR_OK;
}

static void on_end(t30_state_t *t30, void *user, int result)
{
  struct party *party = user;
  party->has_ended = true;
  party->completion = result;
  if (party == &parties[RECEIVER]) t30_get_transfer_statistics(t30, &statistics);
}

static void begin(struct party *party, bool is_sender, const char *file)
{
  party->fax = fax_init(NULL, is_sender);
  fax_set_transmit_on_idle(party->fax, 1);
  t30_state_t *t30 = fax_get_t30_state(party->fax);
  t30_set_supported_modems(t30, T30_SUPPORT_V17 | T30_SUPPORT_V29 | T30_SUPPORT_V27TER);
  t30_set_supported_compressions(t30, T30_SUPPORT_T4_1D_COMPRESSION | T30_SUPPORT_T4_2D_COMPRESSION | T30_SUPPORT_T6_COMPRESSION);
  t30_set_supported_image_sizes(t30, T30_SUPPORT_215MM_WIDTH | T30_SUPPORT_A4_LENGTH | T30_SUPPORT_US_LETTER_LENGTH | T30_SUPPORT_UNLIMITED_LENGTH);
  t30_set_supported_resolutions(t30, T30_SUPPORT_STANDARD_RESOLUTION | T30_SUPPORT_FINE_RESOLUTION | T30_SUPPORT_SUPERFINE_RESOLUTION);
  t30_set_ecm_capability(t30, 1);
  t30_set_phase_e_handler(t30, on_end, party);
  if (is_sender) {
    t30_set_real_time_frame_handler(t30, on_frame, party);
    t30_set_phase_d_handler(t30, on_page, party);
    t30_set_tx_file(t30, file, -1, -1);
  } else {
    t30_set_rx_file(t30, file, -1);
  }
}

static void speak(struct party *party)
{
  int count = fax_tx(party->fax, party->samples, BLOCK);
  memset(party->samples + count, 0, (size_t)(BLOCK - count) * sizeof *party->samples);
}

int main(int argc, char **argv)
{
  if (argc != 3) return fprintf(stderr, "usage: fax-call SENT.tif RECEIVED.tif\n"), 2;
  TIFFSetWarningHandler(NULL);
  begin(&parties[SENDER], true, argv[1]);
  begin(&parties[RECEIVER], false, argv[2]);
  for (; blocks < LONGEST_CALL && !(parties[SENDER].has_ended && parties[RECEIVER].has_ended); blocks++) {
    speak(&parties[SENDER]);
    speak(&parties[RECEIVER]);
    fax_rx(parties[SENDER].fax, parties[RECEIVER].samples, BLOCK);
    fax_rx(parties[RECEIVER].fax, parties[SENDER].samples, BLOCK);
  }
  bool is_good = parties[SENDER].has_ended && parties[SENDER].completion == T30_ERR_OK && parties[RECEIVER].completion == T30_ERR_OK;
  printf("{\"good\":%s,\"bitRate\":%d,\"errorCorrecting\":%s,\"trained\":%.2f,\"confirmed\":[", is_good ? "true" : "false",
         statistics.bit_rate, statistics.error_correcting_mode ? "true" : "false", trained_at);
  for (int page = 0; page < confirmed_pages; page++) printf("%s%.2f", page ? "," : "", confirmed_at[page]);
  printf("],\"ended\":%.2f}\n", clock_seconds());
  return is_good ? 0 : 1;
}
