using SlimRegeling.Platform.Bank;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen.Aanvraagformulieren;

/// <summary>What the applicant declares, and where the money goes (2.8, first and second paragraph).</summary>
internal static class Verklaringvelden
{
    // With spaces.
    private const int LangsteIban = 44;

    public static readonly Woorden Later = new(
        "Wat hier ontbreekt, kunt u later aanvullen.",
        "What is missing here can be completed later."
    );

    public static Groepveld Verklaringen(Formuliersoort soort) =>
        new(
            "verklaringen",
            new("Verklaringen", "Declarations"),
            [
                .. soort.Type == Aanvragertype.Grootbedrijf ? (Veld[])[] : [Mkb(soort)],
                DeMinimis(soort),
                new JaNeeveld("waarheid", new("Ik heb alles naar waarheid ingevuld", "I have filled in everything truthfully"))
                {
                    Sectie = Secties.Ondertekening,
                    Artikel = soort.Document(Documentcode.Aanvraagformulier),
                    Moet = true,
                    Verplicht = "Verklaar dat u alles naar waarheid hebt ingevuld.",
                },
            ]
        )
        {
            Sectie = Secties.Verklaringen,
            Artikel = soort.Document(Documentcode.DeMinimisverklaring),
            Uitleg =
                soort.Type == Aanvragertype.Samenwerkingsverband
                    ? new(
                        $"Van de hoofdaanvrager, als zij niet bij de partij staan. {Later.Nl}",
                        $"Of the lead applicant, when they do not stand with the party. {Later.En}"
                    )
                    : Later,
            PerOnderdeel = true,
        };

    public static JaNeeveld Mkb(Formuliersoort soort) =>
        new("mkb", new("Mkb-verklaring", "SME declaration"))
        {
            Artikel = soort.Document(Documentcode.MkbVerklaring),
            Uitleg = new(
                "Ik verklaar dat de onderneming klein of middelgroot is, samen met de ondernemingen waarmee zij een band heeft.",
                "I declare that the enterprise is small or medium-sized, together with the enterprises that it has ties with."
            ),
        };

    public static Groepveld DeMinimis(Formuliersoort soort)
    {
        var artikel = soort.Document(Documentcode.DeMinimisverklaring);
        return new(
            "deMinimis",
            new("De-minimisverklaring", "De minimis declaration"),
            [
                new Keuzeveld(
                    "soort",
                    new("Kreeg u de afgelopen drie jaar de-minimissteun?", "Did you receive de minimis aid in the past three years?"),
                    [new("geen", new("Nee, geen steun", "No aid")), new("ontvangen", new("Ja, ik kreeg steun", "Yes, I received aid"))]
                )
                {
                    Verplicht = Veld.Ontbreekt,
                },
                new Bedragveld("bedrag", new("Hoeveel steun kreeg u?", "How much aid did you receive?"))
                {
                    Uitleg = new(
                        "Van u en de ondernemingen waarmee u verbonden bent samen.",
                        "Of you and the enterprises linked to you together."
                    ),
                },
            ]
        )
        {
            Artikel = artikel,
            Uitleg = new(
                "De-minimissteun is kleine steun van een overheid. Tel alle steun van de afgelopen drie jaar op, ook van andere regelingen.",
                "De minimis aid is small state aid. Add up all aid of the past three years, also under other schemes."
            ),
            Voorwaarden =
            [
                new(new Als.Is("soort", "ontvangen"))
                {
                    Nodig = [new("bedrag", "Vul in hoeveel de-minimissteun u kreeg.", artikel, Let.Waarden)],
                },
                new(new Als.Is("soort", "geen"))
                {
                    Vervalt =
                    [
                        new(
                            "bedrag",
                            "U verklaart dat u geen de-minimissteun kreeg. Haal het bedrag weg, of kies 'ontvangen'.",
                            artikel,
                            Let.Waarden
                        ),
                    ],
                },
            ],
        };
    }

    public static Groepveld Rekening(Formuliersoort soort) =>
        new(
            "rekening",
            new("Bankrekening", "Bank account"),
            [
                new Tekstveld("iban", new("IBAN", "IBAN"), LangsteIban)
                {
                    Uitleg = new(
                        "Het rekeningnummer waarop u de subsidie wilt ontvangen, op naam van de aanvrager.",
                        "The account on which you want to receive the subsidy, in the name of the applicant."
                    ),
                    Artikel = soort.Document(Documentcode.BewijsRekening),
                    Patroon = "[A-Za-z]{2}[0-9]{2}[A-Za-z0-9 ]{1,40}",
                    Vorm =
                        "Dit is geen IBAN. Een IBAN bestaat uit een landcode, twee cijfers en het rekeningnummer, zoals NL91 ABNA 0417 1643 00.",
                    VormBij = Let.Tijdvak,
                    Ook = iban => Iban.Lees(iban, out _, out var uitleg) ? null : uitleg,
                    Verplicht = Veld.Ontbreekt,
                },
            ]
        )
        {
            Sectie = soort.VoorPartijen ? Secties.Partijen : Secties.Onderneming,
            Artikel = soort.Document(Documentcode.BewijsRekening),
            Verplicht = "Vul uw bankrekening in.",
        };
}
