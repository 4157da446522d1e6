package media

import "strings"

// What a drawing may consist of (SVG 2, CSS Masking, Filter Effects). Not in
// the list, on purpose: a (kept as g), animate and its kin, desc, feImage,
// foreignObject, image, metadata, script, set, title, view.
var svgElements = words(`svg g defs symbol use switch style
	path rect circle ellipse line polyline polygon text tspan textPath
	linearGradient radialGradient stop pattern clipPath mask marker filter
	feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting
	feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
	feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting
	feSpotLight feTile feTurbulence`)

// svgProperties are what both attributes and styles may set.
var svgProperties = words(`alignment-baseline baseline-shift clip-path clip-rule color color-interpolation
	color-interpolation-filters color-scheme cx cy d direction display dominant-baseline fill fill-opacity
	fill-rule filter flood-color flood-opacity font font-family font-size font-size-adjust font-stretch
	font-style font-variant font-weight height isolation letter-spacing lighting-color line-height marker
	marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow paint-order
	pointer-events r rx ry shape-rendering stop-color stop-opacity stroke stroke-dasharray
	stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width
	text-anchor text-decoration text-rendering transform transform-box transform-origin unicode-bidi
	vector-effect visibility white-space width word-spacing writing-mode x y`)

// svgAttributes are those besides style, href and xml:space, which are looked
// into on their own.
var svgAttributes = merged(svgProperties, words(`xml:space id class viewBox preserveAspectRatio version
	x1 y1 x2 y2 fx fy fr points pathLength offset gradientUnits gradientTransform spreadMethod
	patternUnits patternContentUnits patternTransform clipPathUnits maskUnits maskContentUnits
	markerUnits markerWidth markerHeight orient refX refY dx dy rotate textLength lengthAdjust
	startOffset method spacing side filterUnits primitiveUnits in in2 result mode type values
	tableValues slope intercept amplitude exponent operator k1 k2 k3 k4 order kernelMatrix divisor bias
	targetX targetY edgeMode preserveAlpha surfaceScale diffuseConstant specularConstant
	specularExponent kernelUnitLength scale xChannelSelector yChannelSelector azimuth elevation z
	pointsAtX pointsAtY pointsAtZ limitingConeAngle stdDeviation radius baseFrequency numOctaves seed
	stitchTiles media systemLanguage requiredExtensions`))

// cssFunctions are those that draw. Not in the list: everything that can name
// another file (image, image-set, src, cross-fade, element); url is looked
// into on its own.
var cssFunctions = words(`rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark var calc
	min max clamp matrix matrix3d translate translatex translatey translatez translate3d scale scalex
	scaley rotate skewx skewy skew blur brightness contrast drop-shadow grayscale hue-rotate invert
	opacity saturate sepia inset circle ellipse polygon path`)

func words(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

func merged(a, b map[string]bool) map[string]bool {
	for w := range a {
		b[w] = true
	}
	return b
}
