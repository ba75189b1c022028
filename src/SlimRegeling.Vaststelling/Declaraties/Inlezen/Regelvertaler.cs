using System.Text.RegularExpressions;
using NodaTime;

namespace SlimRegeling.Vaststelling.Declaraties.Inlezen;

/// <summary>
/// Makes a line of costs of a row: what is written is read, and what a line of its kind cannot do without is there. Whether the costs count is not
/// asked here.
/// </summary>
/// <param name="plaatsen">In which column of the file each of ours stands.</param>
internal sealed partial class Regelvertaler(Dictionary<Kolom, int> plaatsen, Bevindingen bevindingen)
{
    private const int MeesteDocumenten = 50;

    // As large as the API takes them.
    private const decimal HoogsteBedrag = 9_999_999_999_999m;
    private const decimal HoogsteAantal = 100_000m;

    private static readonly char[] Scheidingen = [' ', ',', ';', '|', '\t', '\n', '\r'];

    private readonly Dictionary<string, int> _kenmerken = [];
    private bool _goed;

    /// <returns>Null when something is wrong with it, which is told then.</returns>
    public Kostenregel? Vertaal(Bladrij rij)
    {
        _goed = true;
        var regel = new Kostenregel(
            Kenmerk(rij),
            Tekst(rij, Kolom.Soort) ?? "",
            Tekst(rij, Kolom.Activiteit) ?? "",
            Partij(rij),
            Tekst(rij, Kolom.Omschrijving),
            Tekst(rij, Kolom.Medewerker),
            Dag(rij, Kolom.Week),
            Getal(rij, Kolom.Uren, HoogsteAantal),
            Getal(rij, Kolom.Uurtarief, HoogsteBedrag),
            Tekst(rij, Kolom.Leverancier),
            Tekst(rij, Kolom.Factuurnummer),
            Dag(rij, Kolom.Factuurdatum),
            Dag(rij, Kolom.Betaaldatum),
            Getal(rij, Kolom.Bedrag, HoogsteBedrag),
            Getal(rij, Kolom.Btw, HoogsteBedrag),
            Tekst(rij, Kolom.Adviseur) == "ja",
            Dag(rij, Kolom.AfgerondOp),
            Getal(rij, Kolom.Weken, HoogsteAantal),
            Documenten(rij),
            Getal(rij, Kolom.Brutojaarloon, HoogsteBedrag),
            Tekst(rij, Kolom.Eigenaar) == "ja"
        );
        foreach (var kolom in Verplicht(regel))
        {
            if (Cel(rij, kolom).IsLeeg)
            {
                Fout(
                    rij,
                    kolom,
                    regel.Soort.Length == 0 ? "dit is niet ingevuld." : $"dit is niet ingevuld; het hoort bij de soort {regel.Soort}."
                );
            }
        }
        return _goed ? regel : null;
    }

    private static Kolom[] Verplicht(Kostenregel regel) =>
        [
            Kolom.Soort,
            Kolom.Activiteit,
            .. regel switch
            {
                // Of an adviser an invoice tells the hours.
                { Soort: Kostensoort.Uren, Adviseur: true } => [Kolom.Uren, Kolom.Uurtarief],
                { Soort: Kostensoort.Uren } => [Kolom.Medewerker, Kolom.Week, Kolom.Uren, Kolom.Uurtarief],
                { Soort: Kostensoort.Factuur } => [Kolom.Leverancier, Kolom.Factuurnummer, Kolom.Factuurdatum, Kolom.Bedrag],
                { Soort: Kostensoort.Traject } => [Kolom.Medewerker, Kolom.AfgerondOp],
                { Soort: Kostensoort.Praktijkleerplaats } => [Kolom.Medewerker, Kolom.Weken],
                _ => Array.Empty<Kolom>(),
            },
        ];

    private string Kenmerk(Bladrij rij)
    {
        var genoemd = Tekst(rij, Kolom.Kenmerk)?.ToLowerInvariant();
        if (genoemd is not null && !Kenmerkvorm().IsMatch(genoemd))
        {
            Fout(rij, Kolom.Kenmerk, "gebruik alleen letters zonder accent, cijfers en streepjes, ten hoogste 20.");
            return "";
        }
        var kenmerk = genoemd ?? $"regel-{rij.Nummer}";
        if (!_kenmerken.TryAdd(kenmerk, rij.Nummer))
        {
            Fout(rij, Kolom.Kenmerk, $"'{kenmerk}' staat ook in regel {_kenmerken[kenmerk]}. Geef elke regel een eigen kenmerk.");
        }
        return kenmerk;
    }

    private string? Partij(Bladrij rij)
    {
        var nummer = Tekst(rij, Kolom.Partij);
        if (nummer is not null && !(nummer.Length == 8 && nummer.All(char.IsAsciiDigit)))
        {
            Fout(
                rij,
                Kolom.Partij,
                "een KVK-nummer heeft 8 cijfers. Is de nul vooraan weggevallen? Zet dan de eigenschap van de cel op Tekst en schrijf het opnieuw."
            );
        }
        return nummer;
    }

    private string[]? Documenten(Bladrij rij)
    {
        if (Tekst(rij, Kolom.Documenten) is not { } tekst)
        {
            return null;
        }
        string[] documenten = [.. tekst.Split(Scheidingen, StringSplitOptions.RemoveEmptyEntries).Distinct()];
        if (documenten.Length > MeesteDocumenten || !documenten.All(d => Documentvorm().IsMatch(d)))
        {
            Fout(
                rij,
                Kolom.Documenten,
                $"noem ten hoogste {MeesteDocumenten} nummers van documenten, zoals het portaal ze toont, met een spatie ertussen."
            );
        }
        return documenten;
    }

    private string? Tekst(Bladrij rij, Kolom kolom)
    {
        var cel = Cel(rij, kolom);
        var tekst = cel.Soort == Celsoort.Getal ? Getallezer.AlsTekst(cel.Waarde!) : cel.Waarde;
        if (cel.IsLeeg || Onbruikbaar(rij, kolom, cel))
        {
            return null;
        }
        if (cel.Soort == Celsoort.Datum || tekst is null)
        {
            Fout(
                rij,
                kolom,
                "hier staat een datum of een getal dat uw rekenblad heeft veranderd of afgerond. Zet de eigenschap van de cel op Tekst en schrijf het opnieuw."
            );
            return null;
        }
        if (tekst.Length > kolom.Langst)
        {
            Fout(
                rij,
                kolom,
                kolom.Keuzes.Count > 0 ? Kies(kolom) : $"dit heeft {tekst.Length} tekens; ten hoogste {kolom.Langst} kan. Maak het korter."
            );
            return null;
        }
        if (tekst.Any(c => c == '\uFFFD' || (char.IsControl(c) && c is not ('\n' or '\r' or '\t'))))
        {
            Fout(rij, kolom, "hier staat een teken dat niet te lezen is. Haal het weg, of sla het bestand op als CSV UTF-8.");
            return null;
        }
        if (kolom.Keuzes.Count == 0)
        {
            return tekst;
        }
        var keuze = kolom.Keuzes.FirstOrDefault(k => k.Equals(tekst, StringComparison.OrdinalIgnoreCase));
        if (keuze is null)
        {
            Fout(rij, kolom, $"'{tekst}' kan hier niet. {Kies(kolom)}");
        }
        return keuze;
    }

    private decimal? Getal(Bladrij rij, Kolom kolom, decimal hoogste)
    {
        var cel = Cel(rij, kolom);
        if (cel.IsLeeg || Onbruikbaar(rij, kolom, cel))
        {
            return null;
        }
        if (Getallezer.Lees(cel, hoogste, out var getal) is { } fout)
        {
            Fout(rij, kolom, fout);
        }
        return getal;
    }

    private LocalDate? Dag(Bladrij rij, Kolom kolom)
    {
        var cel = Cel(rij, kolom);
        if (cel.IsLeeg || Onbruikbaar(rij, kolom, cel))
        {
            return null;
        }
        LocalDate dag;
        var fout = kolom == Kolom.Week ? Daglezer.LeesWeek(cel, out dag) : Daglezer.Lees(cel, out dag);
        if (fout is not null)
        {
            Fout(rij, kolom, fout);
        }
        return dag;
    }

    /// <summary>
    /// What a formula gives is what a program made of it on some machine, or nothing when none did: the sender says what it is.
    /// </summary>
    private bool Onbruikbaar(Bladrij rij, Kolom kolom, Cel cel)
    {
        var fout =
            cel.Soort == Celsoort.Formule || (cel.Soort == Celsoort.Tekst && cel.Waarde!.StartsWith('='))
                ? "hier staat een formule. Vervang formules door hun uitkomst: kopieer de cellen en plak ze als waarden."
            : cel.Soort == Celsoort.Foutwaarde ? "hier geeft uw rekenblad een fout. Schrijf de waarde zelf."
            : null;
        if (fout is not null)
        {
            Fout(rij, kolom, fout);
        }
        return fout is not null;
    }

    private Cel Cel(Bladrij rij, Kolom kolom) => plaatsen.TryGetValue(kolom, out var plaats) ? rij[plaats] : default;

    private static string Kies(Kolom kolom) => $"Kies uit {string.Join(", ", kolom.Keuzes)}.";

    private void Fout(Bladrij rij, Kolom kolom, string uitleg)
    {
        _goed = false;
        bevindingen.Cel(rij.Nummer, kolom, uitleg);
    }

    [GeneratedRegex(@"^[a-z0-9-]{1,20}\z")]
    private static partial Regex Kenmerkvorm();

    [GeneratedRegex(@"^[A-Za-z0-9-]{1,64}\z")]
    private static partial Regex Documentvorm();
}
