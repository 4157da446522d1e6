package media

import (
	"bytes"
	"encoding/binary"
	"fmt"
)

// whole says whether a file reaches its own end, by walking from block to
// block without decoding any.
func whole(format string, data []byte) error {
	complete := false
	switch format {
	case "jpeg":
		complete = wholeJPEG(data)
	case "png":
		complete = wholePNG(data)
	case "gif":
		g := walkGIF(data)
		if g.frames > MaxFrames {
			return &Refused{fmt.Sprintf("the GIF has more than %d frames", MaxFrames), "Use one of its frames, saved as PNG"}
		}
		complete = g.complete && g.frames > 0
	case "webp":
		w := walkWebP(data)
		if w.moving {
			return &Refused{"the WebP picture moves", "Use one of its frames, saved as JPEG or PNG"}
		}
		complete = w.complete
	}
	if !complete {
		return damaged(format)
	}
	return nil
}

// wholeJPEG finds the end marker after the first scan. Inside a scan 0xFF is
// always followed by 0 or a restart marker (ITU T.81, B.1.1).
func wholeJPEG(data []byte) bool {
	for i := 2; i+4 <= len(data); {
		if data[i] != 0xff {
			i++ // decoders skip what stands between segments
			continue
		}
		switch marker := data[i+1]; {
		case marker == 0xff:
			i++
		case marker == 0xda: // start of scan
			return bytes.Contains(data[i:], []byte{0xff, 0xd9})
		case marker == 0 || marker == 1 || 0xd0 <= marker && marker <= 0xd8:
			i += 2
		default:
			i += 2 + int(binary.BigEndian.Uint16(data[i+2:]))
		}
	}
	return false
}

// wholePNG walks the chunks to IEND (PNG, 5.3).
func wholePNG(data []byte) bool {
	pixels := false
	for i := 8; i+12 <= len(data); {
		length := int64(binary.BigEndian.Uint32(data[i:]))
		if int64(i)+12+length > int64(len(data)) {
			return false
		}
		switch string(data[i+4 : i+8]) {
		case "IDAT":
			pixels = true
		case "IEND":
			return pixels
		}
		i += 12 + int(length)
	}
	return false
}

type gifBlocks struct {
	frames   int
	firstEnd int // offset after the first frame
	complete bool
}

// walkGIF counts frames (GIF89a, appendix B). It stops past MaxFrames.
func walkGIF(data []byte) (g gifBlocks) {
	if len(data) < 13 {
		return g
	}
	i := 13 + colourTable(data[10])
	for i < len(data) {
		switch data[i] {
		case 0x3b: // trailer
			g.complete = true
			return g
		case 0x21: // extension
			i += 2
		case 0x2c: // image
			if i+10 > len(data) {
				return g
			}
			i += 10 + colourTable(data[i+9]) + 1
			g.frames++
		default:
			return g
		}
		for i < len(data) && data[i] != 0 {
			i += 1 + int(data[i])
		}
		i++
		if g.frames == 1 && g.firstEnd == 0 {
			g.firstEnd = i
		}
		if g.frames > MaxFrames {
			return g
		}
	}
	return g
}

// colourTable returns the bytes of the table that a packed field announces.
func colourTable(packed byte) int {
	if packed&0x80 == 0 {
		return 0
	}
	return 3 << (packed&7 + 1)
}

type webpBlocks struct{ moving, complete bool }

// walkWebP walks the chunks of the RIFF container.
func walkWebP(data []byte) (w webpBlocks) {
	size := int64(binary.LittleEndian.Uint32(data[4:])) + 8
	if size > int64(len(data)) {
		return w
	}
	data = data[:size]
	for i := 12; i+8 <= len(data); {
		length := int64(binary.LittleEndian.Uint32(data[i+4:]))
		if int64(i)+8+length > int64(len(data)) {
			return w
		}
		switch string(data[i : i+4]) {
		case "ANIM", "ANMF":
			w.moving = true
		case "VP8 ", "VP8L":
			w.complete = true
		}
		i += 8 + int(length+length&1)
	}
	return w
}
