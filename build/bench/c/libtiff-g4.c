/* What libtiff makes of T.6, for comparison.

   libtiff-g4 encode < images > streams    libtiff-g4 decode < streams > images
   libtiff-g4 read FILE > pages            every page of a TIFF, 1 is black

   A record on either side: width, height, bytes (32 bits each, little endian), then the bytes. Standard error tells how
   many milliseconds were spent in libtiff's own coding. */
#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <tiffio.h>

struct memory {
  uint8_t *bytes;
  size_t size, room, at;
};

static tmsize_t memory_read(thandle_t handle, void *into, tmsize_t count)
{
  struct memory *m = handle;
  size_t left = m->at < m->size ? m->size - m->at : 0;
  size_t taken = (size_t)count < left ? (size_t)count : left;
  memcpy(into, m->bytes + m->at, taken);
  m->at += taken;
  return (tmsize_t)taken;
}

static tmsize_t memory_write(thandle_t handle, void *from, tmsize_t count)
{
  struct memory *m = handle;
  size_t end = m->at + (size_t)count;
  if (end > m->room) {
    m->room = end * 2;
    m->bytes = realloc(m->bytes, m->room);
  }
  if (m->at > m->size) memset(m->bytes + m->size, 0, m->at - m->size);
  memcpy(m->bytes + m->at, from, (size_t)count);
  m->at = end;
  if (end > m->size) m->size = end;
  return count;
}

static toff_t memory_seek(thandle_t handle, toff_t offset, int whence)
{
  struct memory *m = handle;
  m->at = whence == SEEK_SET ? offset : whence == SEEK_CUR ? m->at + offset : m->size + offset;
  return m->at;
}

static int memory_close(thandle_t handle) { return handle == NULL; }
static toff_t memory_size(thandle_t handle) { return ((struct memory *)handle)->size; }

static TIFF *open_memory(struct memory *m, const char *mode)
{
  m->at = 0;
  return TIFFClientOpen("memory", mode, m, memory_read, memory_write, memory_seek, memory_close, memory_size, NULL, NULL);
}

static double spent_ms;

static double now_ms(void)
{
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void fail(const char *what)
{
  fprintf(stderr, "%s\n", what);
  exit(1);
}

static uint32_t take_word(FILE *in)
{
  uint8_t b[4];
  if (fread(b, 1, 4, in) != 4) fail("The input ends in the middle of a record.");
  return b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
}

static void put_word(uint32_t word)
{
  uint8_t b[4] = { word & 255, word >> 8 & 255, word >> 16 & 255, word >> 24 };
  fwrite(b, 1, 4, stdout);
}

static void put_record(uint32_t width, uint32_t height, const uint8_t *bytes, size_t count)
{
  put_word(width);
  put_word(height);
  put_word((uint32_t)count);
  fwrite(bytes, 1, count, stdout);
}

static void describe(TIFF *tiff, uint32_t width, uint32_t height)
{
  TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, width);
  TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, height);
  TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 1);
  TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
  TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, height);
  TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_CCITTFAX4);
  TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISWHITE);
  TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
  TIFFSetField(tiff, TIFFTAG_FILLORDER, FILLORDER_MSB2LSB);
}

static void encode(struct memory *m, uint32_t width, uint32_t height, uint8_t *rows, uint32_t count)
{
  TIFF *tiff = open_memory(m, "w");
  describe(tiff, width, height);
  double from = now_ms();
  if (TIFFWriteEncodedStrip(tiff, 0, rows, count) < 0) fail("libtiff could not encode an image.");
  spent_ms += now_ms() - from;
  uint64_t *offsets, *counts;
  TIFFGetField(tiff, TIFFTAG_STRIPOFFSETS, &offsets);
  TIFFGetField(tiff, TIFFTAG_STRIPBYTECOUNTS, &counts);
  put_record(width, height, m->bytes + offsets[0], counts[0]);
  TIFFClose(tiff);
}

static void decode(struct memory *m, uint32_t width, uint32_t height, uint8_t *stream, uint32_t count)
{
  TIFF *tiff = open_memory(m, "w");
  describe(tiff, width, height);
  TIFFWriteRawStrip(tiff, 0, stream, count);
  TIFFClose(tiff);
  tiff = open_memory(m, "r");
  if (tiff == NULL) fail("libtiff could not read what it wrote.");
  size_t size = (size_t)(width + 7) / 8 * height;
  uint8_t *rows = calloc(size, 1);
  double from = now_ms();
  TIFFReadEncodedStrip(tiff, 0, rows, (tmsize_t)size);
  spent_ms += now_ms() - from;
  put_record(width, height, rows, size);
  free(rows);
  TIFFClose(tiff);
}

static void code_all(void (*code)(struct memory *, uint32_t, uint32_t, uint8_t *, uint32_t))
{
  struct memory m = { 0 };
  for (int next; (next = getchar()) != EOF;) {
    ungetc(next, stdin);
    uint32_t width = take_word(stdin), height = take_word(stdin), count = take_word(stdin);
    uint8_t *bytes = malloc(count);
    if (fread(bytes, 1, count, stdin) != count) fail("The input ends in the middle of a record.");
    m.size = 0;
    code(&m, width, height, bytes, count);
    free(bytes);
  }
  fprintf(stderr, "%.3f\n", spent_ms);
}

static void read_pages(const char *file)
{
  TIFF *tiff = TIFFOpen(file, "r");
  if (tiff == NULL) fail("libtiff could not open the file.");
  do {
    uint32_t width, height;
    uint16_t photometric = PHOTOMETRIC_MINISWHITE;
    TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &width);
    TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &height);
    TIFFGetField(tiff, TIFFTAG_PHOTOMETRIC, &photometric);
    size_t stride = (size_t)TIFFScanlineSize(tiff);
    uint8_t *rows = calloc(stride, height);
    for (uint32_t y = 0; y < height; y++) TIFFReadScanline(tiff, rows + y * stride, y, 0);
    if (photometric == PHOTOMETRIC_MINISBLACK) for (size_t i = 0; i < stride * height; i++) rows[i] ^= 255;
    put_record(width, height, rows, stride * height);
    free(rows);
  } while (TIFFReadDirectory(tiff));
  TIFFClose(tiff);
}

int main(int argc, char **argv)
{
  TIFFSetWarningHandler(NULL);
  if (argc == 2 && strcmp(argv[1], "encode") == 0) code_all(encode);
  else if (argc == 2 && strcmp(argv[1], "decode") == 0) code_all(decode);
  else if (argc == 3 && strcmp(argv[1], "read") == 0) read_pages(argv[2]);
  else fail("usage: libtiff-g4 encode | decode | read FILE");
  return 0;
}
