using NodaTime;
using SlimRegeling.Dossiers.Brieven;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers.Teksten;

/// <summary>
/// What each letter says, in plain Dutch with the article of each rule. Pure: the same assignment on the same day gives the same letter.
/// </summary>
public static class Brieftekst
{
    private const string Afzender = Uitvoerder.Naam;
    private const string Postadres = Uitvoerder.Postadres;

    /// <param name="dag">The day of sending, from which the terms of the letter count.</param>
    public static Briefinhoud Van(Briefopdracht opdracht, Adres adres, Regelversie versie, LocalDate dag)
    {
        var (onderwerp, blokken) = opdracht switch
        {
            { Verlening: { } b } => ("Besluit op uw aanvraag: subsidie verleend", Verleningsbrief.Blokken(b, versie, dag)),
            { Afwijzing: { } b } => ("Besluit op uw aanvraag: geen subsidie", Afwijzingsbrief.Blokken(b, versie)),
            { Aanvulling: { } b } => ("Vul uw aanvraag aan", Aanvullingsbrief.Blokken(b, versie, dag)),
            { BuitenBehandeling: { } b } => ("Besluit: wij behandelen uw aanvraag niet", Nietbehandeldbrief.Blokken(b, versie)),
            { Bewijsverzoek: { } b } => ("Laat zien wat u met de subsidie heeft gedaan", Bewijsverzoekbrief.Blokken(b, versie)),
            { Vaststelling: { } b } => ("Besluit: uw subsidie is vastgesteld", Vaststellingsbrief.Blokken(b, versie, dag)),
            _ => throw new ArgumentException("A letter is about nothing.", nameof(opdracht)),
        };
        return new Briefinhoud(
            opdracht.Besluit ?? opdracht.Zaaknummer,
            dag,
            Afzender,
            [adres.Naam, adres.Straat, $"{adres.Postcode} {adres.Plaats}"],
            onderwerp,
            [
                new Alinea("Geachte heer of mevrouw,"),
                .. blokken,
                .. opdracht.Besluit is { } besluit ? Bezwaar(besluit, versie, dag) : [],
                new Alinea($"Heeft u vragen? Stel ze in uw zaak op onze website en noem het kenmerk {opdracht.Zaaknummer}."),
            ],
            ["Hoogachtend,", "", "de Minister van Sociale Zaken en Werkgelegenheid,", "namens deze,", Afzender],
            $"{Afzender}, {Postadres}"
        );
    }

    /// <summary>Objection (3:45 Awb): to whom, within what term, and what it must hold.</summary>
    private static IEnumerable<Briefblok> Bezwaar(string besluit, Regelversie versie, LocalDate dag)
    {
        var loop = Termijnen.Loop(versie, Termijncode.Bezwaar, dag);
        yield return new Kop("Bent u het niet eens met dit besluit?");
        yield return new Alinea(
            $"Maak dan bezwaar binnen {Duur(versie.Termijn(Termijncode.Bezwaar))} na de dag waarop wij deze brief hebben verzonden: "
                + $"tot en met {Datumtekst.Van(loop.LaatsteDag)} (artikel {loop.Artikel}). "
                + $"Stuur het naar {Afzender}, {Postadres}. In uw bezwaarschrift zet u (artikel 6:5 Awb):"
        );
        yield return new Opsomming([
            "uw naam en adres, de datum en uw handtekening;",
            $"tegen welk besluit u bezwaar maakt: noem het kenmerk {besluit};",
            "waarom u het niet eens bent met het besluit.",
        ]);
    }

    internal static string Duur(Termijn termijn) => $"{termijn.Lengte} {termijn.Eenheid}";
}
