package css

import (
	_ "embed"
	"strings"
)

// A property is the index of a property in the table; 0 stands for all that
// are not in it and are kept by name.
type property uint16

// A kind says how a property's values are read.
type kind uint8

const (
	kindAny kind = iota
	kindKeyword
	kindColor
	kindAlpha
	kindLength        // no percentages
	kindLengthPercent // "length%"
	kindPositive      // "length%+": not below nought
	kindWidth         // of a border
	kindFontSize
	kindFontWeight
	kindLineHeight
	kindImages
)

var kindNames = map[string]kind{
	"any": kindAny, "keyword": kindKeyword, "color": kindColor, "alpha": kindAlpha, "length": kindLength,
	"length%": kindLengthPercent, "length%+": kindPositive, "width": kindWidth, "font-size": kindFontSize,
	"font-weight": kindFontWeight, "line-height": kindLineHeight, "images": kindImages,
}

// A definition is what is known of one property.
type definition struct {
	name     string
	inherits bool
	kind     kind
	initial  string
	keywords map[string]bool
	ready    string // the initial value as it is computed, where nothing changes that
}

//go:embed properties.txt
var propertyText string

var (
	properties    = propertyTable()
	propertyNames = namesOfProperties()
)

func propertyTable() []definition {
	var table []definition
	for line := range strings.Lines(propertyText) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(strings.TrimSpace(line), "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		d := definition{cells[0], cells[1] == "i", kindNames[cells[2]], cells[3], set(cells[4]), ""}
		switch d.kind {
		case kindAny, kindImages, kindAlpha, kindFontWeight, kindLineHeight, kindLength, kindLengthPercent, kindPositive:
			d.ready = d.initial
		case kindColor:
			if d.initial == "transparent" {
				d.ready = Color{}.String()
			}
		case kindKeyword:
			if d.name != "display" && d.name != "overflow-x" && d.name != "overflow-y" {
				d.ready = d.initial
			}
		}
		table = append(table, d)
	}
	return table
}

func namesOfProperties() map[string]property {
	table := map[string]property{}
	for i, d := range properties {
		if i > 0 {
			table[d.name] = property(i)
		}
	}
	// Other names of the same thing.
	for other, name := range map[string]string{
		"word-wrap": "overflow-wrap", "-webkit-transform": "transform", "-webkit-opacity": "opacity",
		"-webkit-box-sizing": "box-sizing", "-moz-box-sizing": "box-sizing", "font-width": "font-stretch",
		"-webkit-animation-name": "animation-name", "-webkit-animation-duration": "animation-duration",
		"-webkit-clip-path": "clip-path", "-webkit-filter": "filter", "-webkit-box-shadow": "box-shadow",
		"-webkit-mask-image": "mask-image", "-webkit-hyphens": "hyphens", "-ms-user-select": "user-select",
		"-webkit-font-size-adjust": "font-size-adjust",
	} {
		table[other] = table[name]
	}
	return table
}
