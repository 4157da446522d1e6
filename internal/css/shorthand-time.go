package css

import "strings"

var timingWords = set("linear ease ease-in ease-out ease-in-out step-start step-end")

// timeWords says which longhand a keyword of animation or transition is for.
var timeWords = map[string]string{
	"infinite": "iteration-count", "alternate": "direction", "reverse": "direction", "alternate-reverse": "direction",
	"forwards": "fill-mode", "backwards": "fill-mode", "both": "fill-mode", "running": "play-state", "paused": "play-state",
	"allow-discrete": "behavior",
}

// expandTimes splits animation and transition, layer by layer.
func expandTimes(longhands []property, value []token) (map[property]string, bool) {
	lists := map[string][]string{}
	layers := split(value, ',')
	for _, layer := range layers {
		one, ok := timeLayer(layer, strings.HasPrefix(properties[longhands[0]].name, "animation"))
		if !ok {
			return nil, false
		}
		for _, p := range longhands {
			_, short, _ := strings.Cut(properties[p].name, "-")
			v := one[short]
			if v == "" {
				v = properties[p].initial
			}
			lists[properties[p].name] = append(lists[properties[p].name], v)
		}
	}
	values := map[property]string{}
	for _, p := range longhands {
		values[p] = strings.Join(lists[properties[p].name], ", ")
	}
	return values, true
}

// timeLayer reads one layer; keys are the ends of the longhands' names.
func timeLayer(layer []token, animation bool) (map[string]string, bool) {
	one := map[string]string{}
	name := "property"
	if animation {
		name = "name"
	}
	for _, part := range pieces(layer) {
		t := part[0]
		word := lower(t.text)
		amount, isAmount := probe(part)
		switch {
		case isAmount && amount.unit == other && one["duration"] == "":
			one["duration"] = lower(text(part))
		case isAmount && amount.unit == other && one["delay"] == "":
			one["delay"] = lower(text(part))
		case animation && isAmount && amount.unit == plain:
			one["iteration-count"] = text(part)
		case timingWords[word], t.kind == function && !isAmount:
			one["timing-function"] = lowerWords(part)
		case timeWords[word] != "":
			one[timeWords[word]] = word
		case (t.kind == ident || t.kind == quoted || t.kind == customName) && one[name] == "":
			one[name] = t.text
		case word == "none" || word == "normal" || word == "auto":
		default:
			return nil, false
		}
	}
	return one, true
}
