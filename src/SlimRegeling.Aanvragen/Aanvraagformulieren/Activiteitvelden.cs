using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen.Aanvraagformulieren;

/// <summary>The activities with what they cost (2.4, 2.14, 2.16): which fields there are hangs on the kind, and on the rules of the window.</summary>
internal static class Activiteitvelden
{
    private const int MeesteActiviteiten = 25;
    private const int MeesteRegels = 100;

    public const string VastBedrag =
        "In dit tijdvak telt voor B een vast bedrag per traject, en geen uren of kosten. Vul het aantal trajecten in.";

    private const string ZonderKosten = "In dit tijdvak telt voor B een vast bedrag per traject, en geen uren of kosten. Haal deze weg.";

    private const string TeVeelRegels = "Vul ten hoogste 100 regels met uren in.";

    private static readonly string[] Kosten = ["eigenUren", "externeUren", "overigeExterneKosten"];

    public static string NietInTijdvak(string soort) =>
        $"Voor activiteit {soort} kan in dit tijdvak geen subsidie worden gevraagd. Haal haar weg.";

    public static Lijstveld Activiteiten(Formuliersoort soort)
    {
        var minimum =
            soort.Type == Aanvragertype.Samenwerkingsverband && soort.Versie.Zoek(Parameters.MinimumKostenSamenwerkingsverband) is { } eigen
                ? Formuliersoort.Euro(eigen)
                : soort.Euro(Parameters.MinimumKosten);
        return new(
            "activiteiten",
            new("Activiteiten met hun begroting", "Activities with their budget"),
            Activiteit(soort),
            MeesteActiviteiten,
            $"Vul ten hoogste {MeesteActiviteiten} activiteiten in."
        )
        {
            Sectie = Secties.Activiteiten,
            Artikel = soort.Document(Documentcode.Begroting),
            Verplicht = "Kies ten minste één activiteit en vul de begroting in.",
            Uitleg = new(
                $"Kies wat u gaat doen en vul in wat het kost, zonder btw. De kosten die meetellen zijn ten minste {minimum.Nl}, met de toeslag van {Getal.Kort(soort.Versie[Parameters.ToeslagOverig])}%; een vast bedrag staat daar buiten.",
                $"Choose what you will do and fill in what it costs, excluding VAT. The costs that count are at least {minimum.En}, with the surcharge of {Formuliersoort.Kort(soort.Versie[Parameters.ToeslagOverig]).En}%; a fixed amount stands outside that."
            ),
        };
    }

    private static Groepveld Activiteit(Formuliersoort soort)
    {
        var letters = soort.IsConcept ? Gegevenscontrole.Soorten : soort.Versie.Eis(Eiscode.Activiteitsoort).Activiteiten;
        var kentD = letters.Contains(nameof(Activiteitsoort.D));
        return new(
            "",
            new("Activiteit", "Activity"),
            [
                new Keuzeveld("soort", new("Activiteit", "Activity"), [.. letters.Select(l => new Keuze(l, Naam(l)))])
                {
                    Artikel = soort.Eis(Eiscode.Activiteitsoort),
                    Verplicht = Veld.Ontbreekt,
                    Elders = Gegevenscontrole.Soorten.Except(letters).ToDictionary(l => l, NietInTijdvak),
                },
                EigenUren(soort),
                ExterneUren(soort),
                new Bedragveld("overigeExterneKosten", new("Andere externe kosten", "Other external costs"))
                {
                    Sectie = Secties.Begroting,
                    Artikel = soort.Post(Postcode.OverigExtern),
                    Uitleg = new(
                        $"Zonder btw. Boven {soort.Euro(Parameters.OffertesBoven).Nl} vraagt en beoordeelt u drie offertes, of besteedt u aan.",
                        $"Excluding VAT. Above {soort.Euro(Parameters.OffertesBoven).En} you ask for and assess three quotes, or hold a tender."
                    ),
                },
                Trajecten(soort),
                .. kentD ? (Veld[])[Praktijkleerplaatsen(soort)] : [],
            ]
        )
        {
            Voorwaarden = [.. Altijd(soort, letters), .. InTijdvak(soort, kentD)],
        };
    }

    private static Lijstveld EigenUren(Formuliersoort soort)
    {
        var (opslag, uren) = (soort.Versie[Parameters.OpslagLoon], soort.Versie[Parameters.WerkbareUren]);
        return new(
            "eigenUren",
            new("Uren van eigen mensen", "Hours of own staff"),
            new Groepveld(
                "",
                new("Uren van iemand in dienst of van de eigenaar", "Hours of someone employed or of the owner"),
                [
                    Uren(soort.Post(Postcode.Loon)),
                    new Bedragveld("brutojaarloon", new("Brutojaarloon", "Gross annual wage"))
                    {
                        Artikel = soort.Post(Postcode.Loon),
                        Uitleg = new(
                            $"Van een voltijds jaar, met een vaste dertiende maand, zonder vakantiegeld en ander loon. Daar komt {Getal.Kort(opslag)}% bij. Het uurloon is dat bedrag, gedeeld door {Getal.Kort(uren)} uur.",
                            $"Of a full-time year, with a fixed thirteenth month, without holiday allowance and other pay. {Formuliersoort.Kort(opslag).En}% is added; the hourly wage is that amount, divided by {Formuliersoort.Kort(uren).En} hours."
                        ),
                        Verplicht = Veld.Ontbreekt,
                    },
                    new JaNeeveld("eigenaar", new("Dit is de eigenaar", "This is the owner"))
                    {
                        Artikel = soort.Parameter(Parameters.OpslagLoon),
                        Uitleg = new(
                            "Het gebruikelijk loon van een eigenaar telt zonder de opslag voor werkgeverslasten.",
                            "The customary wage of an owner counts without the surcharge for employer's costs."
                        ),
                    },
                ]
            ),
            MeesteRegels,
            TeVeelRegels
        )
        {
            Sectie = Secties.Begroting,
            Artikel = soort.Post(Postcode.Loon),
        };
    }

    private static Lijstveld ExterneUren(Formuliersoort soort)
    {
        var tarief = soort.Euro(Parameters.UurtariefAdviseur);
        return new(
            "externeUren",
            new("Uren van een externe adviseur", "Hours of an external adviser"),
            new Groepveld(
                "",
                new("Uren van een externe adviseur", "Hours of an external adviser"),
                [
                    Uren(soort.Post(Postcode.Adviseur)),
                    new Bedragveld("uurtarief", new("Uurtarief", "Hourly rate"))
                    {
                        Artikel = soort.Post(Postcode.Adviseur),
                        TeltTot = soort.IsConcept ? null : soort.Versie[Parameters.UurtariefAdviseur],
                        Uitleg = new(
                            $"Zonder btw. Per uur telt ten hoogste {tarief.Nl} mee{(soort.KentMarktconform ? ", of meer als u aantoont dat het tarief marktconform is" : "")}.",
                            $"Excluding VAT. Per hour at most {tarief.En} counts{(soort.KentMarktconform ? ", or more if you show that the rate is that of the market" : "")}."
                        ),
                        Verplicht = Veld.Ontbreekt,
                    },
                    .. soort.KentMarktconform
                        ? (Veld[])
                            [
                                new JaNeeveld("marktconform", new("Het tarief is marktconform", "The rate is that of the market"))
                                {
                                    Artikel = soort.Parameter(Parameters.UurtariefBovenMaximum),
                                    Uitleg = new(
                                        "Ja als u kunt aantonen dat het tarief marktconform is, bijvoorbeeld met offertes.",
                                        "Yes if you can show that the rate is that of the market, for instance with quotes."
                                    ),
                                },
                            ]
                        : [],
                ]
            )
            {
                Niet = soort.KentMarktconform
                    ? []
                    :
                    [
                        new(
                            "marktconform",
                            $"In dit tijdvak telt per uur nooit meer dan {tarief.Nl}. Haal dit weg.",
                            soort.Parameter(Parameters.UurtariefBovenMaximum),
                            Let.Tijdvak
                        ),
                    ],
            },
            MeesteRegels,
            TeVeelRegels
        )
        {
            Sectie = Secties.Begroting,
            Artikel = soort.Post(Postcode.Adviseur),
        };
    }

    private static Aantalveld Uren(string artikel) =>
        new("uren", new("Uren", "Hours"), "uur", AantalConverter.Hoogste)
        {
            Artikel = artikel,
            Uitleg = new("Met ten hoogste twee cijfers achter de komma.", "With at most two decimals."),
            Verplicht = Veld.Ontbreekt,
        };

    private static Stuksveld Trajecten(Formuliersoort soort) =>
        new("trajecten", new("Aantal trajecten", "Number of trajectories"), Gegevenscontrole.MeesteStuks)
        {
            Sectie = Secties.Begroting,
            Artikel = soort.Post(Postcode.Loopbaantrajecten),
            Uitleg = soort.BedragPerTraject is { } bedrag
                ? new(
                    $"Loopbaan- of ontwikkeladviezen, elk van ten minste vier uur gesprek. Per afgerond traject krijgt u {Getal.Euro(bedrag)}.",
                    $"Careers or development advice, each of at least four hours of talks. You receive {Formuliersoort.Euro(bedrag).En} per completed trajectory."
                )
                : new(
                    "Loopbaan- of ontwikkeladviezen, elk van ten minste vier uur gesprek.",
                    "Careers or development advice, each of at least four hours of talks."
                ),
        };

    private static Stuksveld Praktijkleerplaatsen(Formuliersoort soort) =>
        new("praktijkleerplaatsen", new("Aantal praktijkleerplaatsen", "Number of work placements"), Gegevenscontrole.MeesteStuks)
        {
            Sectie = Secties.Begroting,
            Artikel = soort.Versie.Zoek(Parameters.BedragPraktijkleerplaats) is null ? null : soort.Post(Postcode.Praktijkleerplaatsen),
            Uitleg = soort.Versie.Zoek(Parameters.BedragPraktijkleerplaats) is { } bedrag
                ? new(
                    $"Per plaats van een jaar krijgt u {Getal.Euro(bedrag)}.",
                    $"You receive {Formuliersoort.Euro(bedrag).En} per placement of a year."
                )
                : null,
        };

    /// <summary>What does not go with the kind, in any window that knows it.</summary>
    private static IEnumerable<Voorwaarde> Altijd(Formuliersoort soort, IReadOnlyList<string> letters)
    {
        var artikel = soort.Eis(Eiscode.Activiteitsoort);
        const string B = nameof(Activiteitsoort.B);
        const string D = nameof(Activiteitsoort.D);
        yield return new(new Als.Is("soort", [.. letters.Where(l => l != B)]))
        {
            Vervalt = [new("trajecten", "Trajecten horen alleen bij B. Haal ze weg.", soort.Post(Postcode.Loopbaantrajecten), Let.Waarden)],
        };
        if (!letters.Contains(D))
        {
            yield break;
        }
        yield return new(new Als.Is("soort", [.. letters.Where(l => l != D)]))
        {
            Vervalt = [new("praktijkleerplaatsen", "Praktijkleerplaatsen horen alleen bij D. Haal ze weg.", artikel, Let.Waarden)],
        };
        yield return new(new Als.Is("soort", D))
        {
            Vervalt =
            [
                .. Kosten.Select(veld => new Vervallen(
                    veld,
                    "Uren en kosten horen niet bij D: daar telt alleen het aantal praktijkleerplaatsen. Haal ze weg.",
                    artikel,
                    Let.Waarden
                )),
            ],
        };
    }

    /// <summary>Where a kind has a fixed amount, the number is needed, and costs do not count.</summary>
    private static IEnumerable<Voorwaarde> InTijdvak(Formuliersoort soort, bool kentD)
    {
        if (soort.BedragPerTraject is not null)
        {
            var artikel = soort.Post(Postcode.Loopbaantrajecten);
            yield return new(new Als.Is("soort", nameof(Activiteitsoort.B)))
            {
                Nodig = [new("trajecten", VastBedrag, artikel, Let.Tijdvak)],
                Vervalt = [.. Kosten.Select(veld => new Vervallen(veld, ZonderKosten, artikel, Let.Tijdvak))],
            };
        }
        if (kentD && !soort.IsConcept)
        {
            yield return new(new Als.Is("soort", nameof(Activiteitsoort.D)))
            {
                Nodig =
                [
                    new(
                        "praktijkleerplaatsen",
                        "Vul het aantal praktijkleerplaatsen in.",
                        soort.Post(Postcode.Praktijkleerplaatsen),
                        Let.Tijdvak
                    ),
                ],
            };
        }
    }

    private static Woorden Naam(string soort) =>
        Enum.Parse<Activiteitsoort>(soort) switch
        {
            Activiteitsoort.A => new("A: doorlichting van de onderneming", "A: review of the enterprise"),
            Activiteitsoort.B => new("B: loopbaan- of ontwikkeladvies", "B: careers or development advice"),
            Activiteitsoort.C => new(
                "C: begeleiding bij een methode voor leren en ontwikkelen",
                "C: guidance in a method for learning and development"
            ),
            _ => new("D: praktijkleerplaats", "D: work placement"),
        };
}
