// Package landmark checks the regions of pages, by which people who cannot see them find
// their way: head, navigation, main part, foot.
package landmark

import (
	"embed"

	"handrail/internal/check"
)

//go:embed *.txtar
var pages embed.FS

// All lists the checks of the area.
func All() []*check.Check {
	return check.Documented(pages, bannerInside, complementaryInside, contentinfoInside, mainInside, noMain, outside, sameName, severalBanners, severalContentinfos, severalMain)
}
