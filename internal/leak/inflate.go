package leak

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"encoding/base64"
	"io"
	"unicode/utf8"
)

// A compressed part of the scanned bytes, unpacked.
type inflated struct {
	data   []byte
	offset int // where the compressed part begins
}

// mostInflated bounds the work of unpacking, by the size of what is scanned:
// bytes read and bytes written together. A picture's words are far below it.
const mostInflated = 16

// leastTry is what the least of tries takes off that budget, as most of its work
// is to get ready.
const leastTry = 1 << 10

// deepest is how often something compressed may be within something
// compressed: the words in a picture in a book.
const deepest = 2

// inflate returns what is compressed within data: gzip (RFC 1952) and zlib
// (RFC 1950) wherever they begin, as in PNG text and PDF streams, the files
// of a ZIP archive, and what a data address of a text holds.
func inflate(data []byte) []inflated {
	budget := mostInflated*len(data) + 1<<20
	parts := unpacked(data, &budget)
	from := 0
	for range deepest - 1 {
		for _, part := range parts[from:] {
			from++
			for _, inner := range unpacked(part.data, &budget) {
				parts = append(parts, inflated{inner.data, part.offset})
			}
		}
	}
	return parts
}

// unpacked returns what is compressed within data, and takes its work off the
// budget. The pixels of a PNG are left packed, as they are no text.
func unpacked(data []byte, budget *int) []inflated {
	if utf8.Valid(data) {
		return addressed(data)
	}
	if bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		return unzipped(data, budget)
	}
	var all []inflated
	for i := 0; i+2 < len(data) && *budget > 0; i++ {
		if data[i] != 0x78 && data[i] != 0x1F || i >= 4 && string(data[i-4:i]) == "IDAT" {
			continue
		}
		rest := bytes.NewReader(data[i:])
		r, err := unpacker(data[i:], rest)
		if r == nil || err != nil {
			continue
		}
		*budget -= leastTry
		text, err := io.ReadAll(io.LimitReader(r, int64(*budget)))
		used := len(data) - i - rest.Len()
		*budget -= used + len(text)
		if len(text) >= Shortest {
			all = append(all, inflated{text, i})
		}
		if err == nil {
			i += used - 1
		}
	}
	return all
}

// addressed returns what the data addresses of a text hold in base64, such as
// the drawings of a style (RFC 2397).
func addressed(data []byte) []inflated {
	mark := []byte(";base64,")
	var all []inflated
	for at := 0; ; {
		next := bytes.Index(data[at:], mark)
		if next < 0 {
			return all
		}
		at += next + len(mark)
		rest := data[at:]
		size := len(rest) - len(bytes.TrimLeft(rest, base64Signs))
		text := make([]byte, base64.RawStdEncoding.DecodedLen(size))
		// As much as can be read: where it breaks off, the rest is no base64.
		n, _ := base64.RawStdEncoding.Decode(text, rest[:size])
		if n >= Shortest {
			all = append(all, inflated{text[:n], at})
		}
	}
}

const base64Signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

// unpacker returns a reader for what begins at data, nil when that is not
// compressed.
func unpacker(data []byte, from *bytes.Reader) (io.Reader, error) {
	if data[0] == 0x1F {
		if data[1] != 0x8B || data[2] != 8 {
			return nil, nil
		}
		r, err := gzip.NewReader(from)
		if err != nil {
			return nil, err
		}
		r.Multistream(false)
		return r, nil
	}
	if data[1]&0x20 != 0 || (0x7800|int(data[1]))%31 != 0 {
		return nil, nil
	}
	return zlib.NewReader(from)
}

// unzipped returns the names and the files of a ZIP archive.
func unzipped(data []byte, budget *int) []inflated {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil
	}
	var all []inflated
	for _, file := range archive.File {
		at, err := file.DataOffset()
		if err != nil || *budget <= 0 {
			continue
		}
		r, err := file.Open()
		if err != nil {
			continue
		}
		text, _ := io.ReadAll(io.LimitReader(r, int64(*budget))) // as much as can be read
		_ = r.Close()
		*budget -= int(min(file.CompressedSize64, uint64(len(data)))) + len(text)
		all = append(all, inflated{text, min(int(at), len(data)-1)})
	}
	return all
}
