package lang

import "strings"

// Signed tells whether a tag names a sign language: sgn itself, or one of those
// that are registered with it. https://www.iana.org/assignments/language-subtag-registry
func Signed(tag string) bool {
	primary, _, _ := strings.Cut(strings.ToLower(tag), "-")
	return signed[primary]
}

var signed = func() map[string]bool {
	all := map[string]bool{}
	for _, tag := range strings.Fields("sgn ads aed aen afg ajs ase asf asp asq asw bfi bfk bog bqn bqy bvl bzs cds csc csd cse csf csg csl csn csq csr csx doq dse dsl dsz ecs ehs esl esn eso " +
		"eth fcs fse fsl fss gds gse gsg gsm gss gus hab haf hds hks hos hps hsh hsl icl iks ils inl ins ise isg isr jcs jhs jks jls jos jsl jus kgi kvk lbs " +
		"lls lsb lsc lsl lsn lso lsp lst lsv lsw lsy lws mdl mfs mre msd msr mzc mzg mzy nbs ncs nsi nsl nsp nsr nzs okl pgz pks prl prz psc psd psg psl pso psp psr pys rib rms rnb rsl " +
		"rsm sdl sfb sfs sgg sgx slf sls sqk sqs sqx ssp ssr svk swl syy szs tse tsm tsq tss tsy tza ugn ugy ukl uks vgt vsi vsl vsv wbs xki xml xms yds ygs yhs ysl ysm yss zib zsl") {
		all[tag] = true
	}
	return all
}()
