using NodaTime;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Betalingen.Vorderen;

/// <summary>What every proposal about a claim has in common.</summary>
public static class Voorstelpoort
{
    public const string Terugvorderen = "artikel 4:57, eerste lid, Awb";
    public const string Uitstel = "artikel 4:94, eerste lid, Awb";
    public const string Bevel = "artikel 4:117, eerste lid, Awb";
    public const string Verrekenen = "artikel 4:57, derde lid, Awb";
    public const string Rente = "artikel 4:99 Awb";

    /// <summary>The argument, or why it is none.</summary>
    public static Weigering? Argument(string argument) =>
        string.IsNullOrWhiteSpace(argument)
            ? Weigering.Invoer(new Fout("argument", "Schrijf op waarom dit besluit volgt.", "artikel 3:46 Awb"))
            : null;

    /// <summary>Null when something about this claim can be proposed now.</summary>
    public static Weigering? Gesloten(Vordering vordering) =>
        vordering.Voorstel is not null ? LigtVoor(vordering)
        : vordering.Open.Totaal <= 0
            ? Weigering.Van(
                "niets-open",
                $"Van vordering {vordering.Id} staat niets meer open. Er is niets over te besluiten.",
                Terugvorderen
            )
        : null;

    public static Weigering LigtVoor(Vordering vordering) =>
        Weigering.Van(
            "voorstel-ligt-voor",
            $"Over vordering {vordering.Id} ligt al een voorstel ter ondertekening ({vordering.Voorstel?.Voorstel.Besluit}). Laat dat ondertekenen of terugzenden, en doe dan dit voorstel.",
            "artikel 3:2 Awb"
        );

    /// <summary>The same, of one that was decided and made known.</summary>
    public static Weigering? NietBekend(Vordering vordering) =>
        Gesloten(vordering)
        ?? (
            vordering.Termijn is null
                ? Weigering.Van(
                    "nog-geen-termijn",
                    $"Het besluit om terug te vorderen ({vordering.Id}) is nog niet genomen of nog niet verzonden. Doe dit voorstel zodra de betaaltermijn loopt.",
                    "artikel 4:86 Awb"
                )
                : null
        );

    /// <summary>Why nothing can be enforced now; null when it can.</summary>
    public static Weigering? Belemmerd(Vordering vordering) =>
        vordering.Belemmerd is { } belemmerd ? Weigering.Van("belemmerd", WatNu(belemmerd.Soort), Artikel(belemmerd.Soort)) : null;

    /// <summary>Why nothing can be enforced any more (4:104, second paragraph, Awb); null while it can.</summary>
    public static Weigering? Verjaard(Vordering vordering, Regelversie versie, LocalDate dag) =>
        vordering.Verjaart(versie, dag) is { } laatste && dag > laatste
            ? Weigering.Van(
                "verjaard",
                $"Vordering {vordering.Id} is verjaard: de laatste dag was {Datumtekst.Van(laatste)}. Aanmanen, verrekenen en een dwangbevel kunnen niet meer. Stel voor om af te boeken.",
                "artikel 4:104, tweede lid, Awb"
            )
            : null;

    /// <summary>What an employee does in place of reminding and enforcing.</summary>
    public static string WatNu(Belemmering soort) =>
        soort switch
        {
            Belemmering.Faillissement =>
                "De schuldenaar is failliet. Maan niet aan en vaardig geen dwangbevel uit: dien de vordering in bij de curator. De rente telt tot de dag van het faillissement.",
            Belemmering.Surseance =>
                "De schuldenaar heeft surseance van betaling. Maan niet aan en dwing niets af: meld de vordering bij de bewindvoerder.",
            Belemmering.Schuldsanering =>
                "Voor de schuldenaar geldt de schuldsaneringsregeling. Maan niet aan en dwing niets af: dien de vordering in bij de bewindvoerder. De rente telt tot de dag van de regeling.",
            _ =>
                "De schuldenaar is overleden. Maan niet aan: zoek uit wie de erfgenamen zijn of wie de nalatenschap afwikkelt. Wat u nu nog besluit, gaat met de post aan de erfgenamen, naar het adres dat van de onderneming bekend is; geef een ander adres eerst door. Is er niets te verhalen, stel dan voor om af te boeken.",
        };

    public static string Woord(Belemmering soort) =>
        soort switch
        {
            Belemmering.Faillissement => "faillissement",
            Belemmering.Surseance => "surseance van betaling",
            Belemmering.Schuldsanering => "schuldsanering",
            _ => "overlijden",
        };

    public static string Artikel(Belemmering soort) =>
        soort switch
        {
            Belemmering.Faillissement => "artikel 26 Faillissementswet",
            Belemmering.Surseance => "artikel 230 Faillissementswet",
            Belemmering.Schuldsanering => "artikel 299 Faillissementswet",
            _ => "artikel 4:182 BW",
        };

    /// <summary>Everything that a proposal needs but its kind.</summary>
    /// <param name="wie">Pseudonym.</param>
    public static VorderingsvoorstelGedaan Doe(Vordering vordering, Vorderingsvoorstel voorstel) =>
        new(voorstel, Voorstelhash.Van(vordering, voorstel));

    /// <summary>The number of the decision that comes of it: that of the claim, with what it is and how many-eth proposal.</summary>
    public static string Nummer(Vordering vordering, Vorderingsbesluit soort) =>
        soort == Vorderingsbesluit.Terugvordering
            ? vordering.Id
            : FormattableString.Invariant($"{vordering.Id}-{Letter(soort)}{vordering.Voorstellen + 1}");

    /// <summary>How many others sign. What makes a debt, ends one, or enforces it is signed by two.</summary>
    public static int Handtekeningen(Vorderingsbesluit soort) =>
        soort switch
        {
            Vorderingsbesluit.Betalingsregeling or Vorderingsbesluit.RegelingIntrekken or Vorderingsbesluit.Rente => 1,
            _ => Betaalopdracht.Akkoordeisen,
        };

    private static char Letter(Vorderingsbesluit soort) =>
        soort switch
        {
            Vorderingsbesluit.Betalingsregeling => 'U',
            Vorderingsbesluit.RegelingIntrekken => 'X',
            Vorderingsbesluit.Rente => 'R',
            Vorderingsbesluit.Verrekening => 'V',
            Vorderingsbesluit.Dwangbevel => 'D',
            Vorderingsbesluit.Renteteruggave => 'T',
            _ => 'A',
        };
}
