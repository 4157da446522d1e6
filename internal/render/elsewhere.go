package render

import (
	"slices"
	"strings"

	"handrail/internal/markdown"
)

// operators are who runs the sites that films and maps are most often on: a reader
// should know whom a press on a link tells. Only the end of a name counts.
var operators = map[string]string{
	"youtube.com": "Google", "youtu.be": "Google", "youtube-nocookie.com": "Google", "google.com": "Google", "goo.gl": "Google",
	"vimeo.com": "Vimeo", "dailymotion.com": "Dailymotion", "openstreetmap.org": "OpenStreetMap Foundation", "mapbox.com": "Mapbox",
	"facebook.com": "Meta", "fb.watch": "Meta", "instagram.com": "Meta", "whatsapp.com": "Meta", "threads.net": "Meta",
	"tiktok.com": "TikTok", "x.com": "X", "twitter.com": "X", "twitch.tv": "Amazon", "linkedin.com": "Microsoft", "bing.com": "Microsoft",
	"apple.com": "Apple", "spotify.com": "Spotify", "soundcloud.com": "SoundCloud", "archive.org": "Internet Archive",
}

// learners names who would learn of a press on one of the links: each other site
// once, with who runs it where that is known.
func learners(addresses []string) []string {
	var names []string
	for _, address := range addresses {
		host := markdown.Host(address)
		if host == "" {
			continue
		}
		name := host
		if who := operator(host); who != "" {
			name = who + " (" + host + ")"
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// operator is who runs a site, by the longest end of its name that is known.
func operator(host string) string {
	for host != "" {
		if who := operators[host]; who != "" {
			return who
		}
		_, host, _ = strings.Cut(host, ".")
	}
	return ""
}
