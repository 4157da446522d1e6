package css

import (
	"math"
	"strings"
)

type vector = [3]float64
type matrix = [3]vector

func (s shade) to(space string) shade {
	if s.space == space {
		return s
	}
	to := s
	to.space = space
	srgb := func(name string) bool { return name == "srgb" || name == "hsl" || name == "hwb" }
	if srgb(s.space) && srgb(space) {
		to.parts = fromSRGB(space, toSRGB(s.space, s.parts))
		return to
	}
	to.parts = fromXYZ(space, toXYZ(s.space, s.parts))
	return to
}

func times(m matrix, v vector) vector {
	var r vector
	for i := range m {
		r[i] = m[i][0]*v[0] + m[i][1]*v[1] + m[i][2]*v[2]
	}
	return r
}

// The matrices of CSS Color 4, section 17, from the primaries of each space.
var (
	srgbToXYZ = matrix{{506752. / 1228815, 87881. / 245763, 12673. / 70218}, {87098. / 409605, 175762. / 245763, 12673. / 175545}, {7918. / 409605, 87881. / 737289, 1001167. / 1053270}}
	p3ToXYZ   = matrix{{608311. / 1250200, 189793. / 714400, 198249. / 1000160}, {35783. / 156275, 247089. / 357200, 198249. / 2500400}, {0, 32229. / 714400, 5220557. / 5000800}}
	a98ToXYZ  = matrix{{573536. / 994567, 263643. / 1420810, 187206. / 994567}, {591459. / 1989134, 6239551. / 9945670, 374412. / 4972835}, {53769. / 1989134, 351524. / 4972835, 4929758. / 4972835}}
	recToXYZ  = matrix{{63426534. / 99577255, 20160776. / 139408157, 47086771. / 278816314}, {26158966. / 99577255, 472592308. / 697040785, 8267143. / 139408157}, {0, 19567812. / 697040785, 295819943. / 278816314}}
	proToD50  = matrix{{0.79776664490064230, 0.13518129740053308, 0.03134773412839220}, {0.28807482881940130, 0.71183523424187300, 0.00008993693872564}, {0, 0, 0.82510460251046020}}
	d50ToD65  = matrix{{0.955473421488075, -0.02309845494876471, 0.06325924320057072}, {-0.0283697093338637, 1.0099953980813041, 0.021041441191917323}, {0.012314014864481998, -0.020507649298898964, 1.330365926242124}}
	xyzToLMS  = matrix{{0.8190224379967030, 0.3619062600528904, -0.1288737815209879}, {0.0329836539323885, 0.9292868615863434, 0.0361446663506424}, {0.0481771893596242, 0.2642395317527308, 0.6335478284694309}}
	lmsToLab  = matrix{{0.2104542683093140, 0.7936177747023054, -0.0040720430116193}, {1.9779985324311684, -2.4285922420485799, 0.4505937096174110}, {0.0259040424655478, 0.7827717124575296, -0.8086757549230774}}

	xyzToSRGB = inverse(srgbToXYZ)
	xyzToP3   = inverse(p3ToXYZ)
	xyzToA98  = inverse(a98ToXYZ)
	xyzToRec  = inverse(recToXYZ)
	d50ToPro  = inverse(proToD50)
	d65ToD50  = inverse(d50ToD65)
	lmsToXYZ  = inverse(xyzToLMS)
	labToLMS  = inverse(lmsToLab)
)

func inverse(m matrix) matrix {
	minor := func(a, b, c, d int) float64 { return m[a][b]*m[c][d] - m[a][d]*m[c][b] }
	det := m[0][0]*minor(1, 1, 2, 2) - m[0][1]*minor(1, 0, 2, 2) + m[0][2]*minor(1, 0, 2, 1)
	return matrix{
		{minor(1, 1, 2, 2) / det, -minor(0, 1, 2, 2) / det, minor(0, 1, 1, 2) / det},
		{-minor(1, 0, 2, 2) / det, minor(0, 0, 2, 2) / det, -minor(0, 0, 1, 2) / det},
		{minor(1, 0, 2, 1) / det, -minor(0, 0, 2, 1) / det, minor(0, 0, 1, 1) / det},
	}
}

func each(v vector, f func(float64) float64) vector { return vector{f(v[0]), f(v[1]), f(v[2])} }

// signed applies f to the size of a number and gives it back its sign.
func signed(f func(float64) float64) func(float64) float64 {
	return func(n float64) float64 { return math.Copysign(f(math.Abs(n)), n) }
}

const (
	recAlpha = 1.09929682680944
	recBeta  = 0.018053968510807
)

// toXYZ brings parts to XYZ with the white of D65.
func toXYZ(space string, v vector) vector {
	switch space {
	case "srgb", "hsl", "hwb":
		return times(srgbToXYZ, each(toSRGB(space, v), linear))
	case "srgb-linear":
		return times(srgbToXYZ, v)
	case "display-p3":
		return times(p3ToXYZ, each(v, linear))
	case "display-p3-linear":
		return times(p3ToXYZ, v)
	case "a98-rgb":
		return times(a98ToXYZ, each(v, signed(func(n float64) float64 { return math.Pow(n, 563./256) })))
	case "rec2020":
		return times(recToXYZ, each(v, signed(func(n float64) float64 {
			if n < recBeta*4.5 {
				return n / 4.5
			}
			return math.Pow((n+recAlpha-1)/recAlpha, 1/0.45)
		})))
	case "prophoto-rgb":
		return times(d50ToD65, times(proToD50, each(v, signed(func(n float64) float64 {
			if n <= 16./512 {
				return n / 16
			}
			return math.Pow(n, 1.8)
		}))))
	case "xyz-d50":
		return times(d50ToD65, v)
	case "lch":
		return toXYZ("lab", rectangular(v))
	case "oklch":
		return toXYZ("oklab", rectangular(v))
	case "oklab":
		return times(lmsToXYZ, each(times(labToLMS, v), func(n float64) float64 { return n * n * n }))
	case "lab":
		return times(d50ToD65, labToD50(v))
	}
	return v
}

// fromXYZ is the way back.
func fromXYZ(space string, v vector) vector {
	switch space {
	case "srgb", "hsl", "hwb":
		return fromSRGB(space, each(times(xyzToSRGB, v), gamma))
	case "srgb-linear":
		return times(xyzToSRGB, v)
	case "display-p3":
		return each(times(xyzToP3, v), gamma)
	case "display-p3-linear":
		return times(xyzToP3, v)
	case "a98-rgb":
		return each(times(xyzToA98, v), signed(func(n float64) float64 { return math.Pow(n, 256./563) }))
	case "rec2020":
		return each(times(xyzToRec, v), signed(func(n float64) float64 {
			if n < recBeta {
				return n * 4.5
			}
			return recAlpha*math.Pow(n, 0.45) - (recAlpha - 1)
		}))
	case "prophoto-rgb":
		return each(times(d50ToPro, times(d65ToD50, v)), signed(func(n float64) float64 {
			if n < 1./512 {
				return n * 16
			}
			return math.Pow(n, 1/1.8)
		}))
	case "xyz-d50":
		return times(d65ToD50, v)
	case "lch", "oklch":
		return polar(fromXYZ(strings.Replace(space, "lch", "lab", 1), v))
	case "oklab":
		return times(lmsToLab, each(times(xyzToLMS, v), math.Cbrt))
	case "lab":
		return d50ToLab(times(d65ToD50, v))
	}
	return v
}

var white50 = vector{0.3457 / 0.3585, 1, (1 - 0.3457 - 0.3585) / 0.3585}

const (
	labKappa   = 24389. / 27
	labEpsilon = 216. / 24389
)

func labToD50(v vector) vector {
	y := (v[0] + 16) / 116
	x, z := v[1]/500+y, y-v[2]/200
	back := func(n float64) float64 {
		if n*n*n > labEpsilon {
			return n * n * n
		}
		return (116*n - 16) / labKappa
	}
	bright := v[0] / labKappa
	if v[0] > labKappa*labEpsilon {
		bright = y * y * y
	}
	return vector{back(x) * white50[0], bright, back(z) * white50[2]}
}

func d50ToLab(v vector) vector {
	f := func(n float64) float64 {
		if n > labEpsilon {
			return math.Cbrt(n)
		}
		return (labKappa*n + 16) / 116
	}
	x, y, z := f(v[0]/white50[0]), f(v[1]), f(v[2]/white50[2])
	return vector{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// rectangular and polar turn lightness, chroma, hue into lightness, a, b and back.
func rectangular(v vector) vector {
	sin, cos := math.Sincos(v[2] * math.Pi / 180)
	return vector{v[0], v[1] * cos, v[1] * sin}
}

func polar(v vector) vector {
	hue := math.Atan2(v[2], v[1]) * 180 / math.Pi
	if hue < 0 {
		hue += 360
	}
	return vector{v[0], math.Hypot(v[1], v[2]), hue}
}

// toSRGB reads hsl and hwb, hue in degrees and the rest from 0 to 1.
func toSRGB(space string, v vector) vector {
	switch space {
	case "hsl":
		channel := func(n float64) float64 {
			k := math.Mod(n+v[0]/30, 12)
			a := v[1] * min(v[2], 1-v[2])
			return v[2] - a*max(-1, min(k-3, 9-k, 1))
		}
		return vector{channel(0), channel(8), channel(4)}
	case "hwb":
		if sum := v[1] + v[2]; sum >= 1 {
			return vector{v[1] / sum, v[1] / sum, v[1] / sum}
		}
		return each(toSRGB("hsl", vector{v[0], 1, 0.5}), func(n float64) float64 { return n*(1-v[1]-v[2]) + v[1] })
	}
	return v
}

func fromSRGB(space string, v vector) vector {
	if space == "srgb" {
		return v
	}
	most, least := max(v[0], v[1], v[2]), min(v[0], v[1], v[2])
	light, d := (most+least)/2, most-least
	hue, saturation := 0.0, 0.0
	if d != 0 {
		if light != 0 && light != 1 {
			saturation = (most - light) / min(light, 1-light)
		}
		switch most {
		case v[0]:
			hue = (v[1] - v[2]) / d
			if v[1] < v[2] {
				hue += 6
			}
		case v[1]:
			hue = (v[2]-v[0])/d + 2
		default:
			hue = (v[0]-v[1])/d + 4
		}
		hue *= 60
	}
	if space == "hwb" {
		return vector{hue, least, 1 - most}
	}
	return vector{hue, saturation, light}
}
