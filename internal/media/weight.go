package media

import "encoding/binary"

// maxDecoded is how many bytes decoding may take.
const maxDecoded = 450 << 20

var errWeight = &Refused{"the picture is saved in a way that takes very much memory to open", "Save a smaller copy, for example 3000 pixels wide"}

// weight estimates the bytes that decoding takes, from the header: progressive
// JPEG and 16-bit or interlaced PNG take several times what others do.
func weight(format string, data []byte, pixels int64) int64 {
	switch format {
	case "jpeg":
		return weightJPEG(data, pixels)
	case "png":
		bytes := 4 * pixels
		if data[24] == 16 {
			bytes *= 2
		}
		if data[28] != 0 { // the passes are decoded one by one, then joined
			bytes += bytes / 2
		}
		return bytes
	}
	return 4 * pixels
}

// weightJPEG counts samples: 1 byte each, and 4 more while a progressive
// picture is put together.
func weightJPEG(data []byte, pixels int64) int64 {
	for i := 2; i+10 <= len(data); {
		if data[i] != 0xff || data[i+1] == 0xff {
			i++
			continue
		}
		marker := data[i+1]
		switch {
		case marker == 0xda:
			return 0
		case 0xc0 <= marker && marker <= 0xc2:
			total := countSamples(data[i+9:], pixels)
			if marker == 0xc2 {
				total *= 5
			}
			return total
		case marker == 0 || marker == 1 || 0xd0 <= marker && marker <= 0xd8:
			i += 2
		default:
			i += 2 + int(binary.BigEndian.Uint16(data[i+2:]))
		}
	}
	return 0
}

// countSamples counts the samples of all components of a frame header, of
// which the number of components is the first byte (ITU T.81, B.2.2).
func countSamples(header []byte, pixels int64) int64 {
	var most, sum int64
	for c := range int(header[0]) {
		if 2+3*c >= len(header) {
			break
		}
		factors := header[2+3*c]
		n := int64(factors>>4) * int64(factors&15)
		most, sum = max(most, n), sum+n
	}
	if most == 0 {
		return 0
	}
	return pixels * sum / most
}
