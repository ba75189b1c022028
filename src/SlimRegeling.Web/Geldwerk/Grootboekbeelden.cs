using System.Globalization;

namespace SlimRegeling.Web.Geldwerk;

/// <summary>A trial balance, in euro.</summary>
/// <param name="Op">What became known after this moment is not in it.</param>
public sealed record Proefbalans(
    DateOnly Van,
    DateOnly TotEnMet,
    DateTimeOffset Op,
    IReadOnlyList<Balansregel> Rekeningen,
    decimal Debet,
    decimal Credit
);

/// <param name="Begin">Debit minus credit; so is <paramref name="Eind"/>.</param>
public sealed record Balansregel(string Rekening, decimal Begin, decimal Debet, decimal Credit, decimal Eind);

/// <summary>A line of the ledger, amounts in euro.</summary>
/// <param name="Boeking">The event that it follows from.</param>
public sealed record Grootboekregel(
    string Boeking,
    int Regel,
    string Stroom,
    string Zaaknummer,
    string Tijdvak,
    string Besluit,
    string Rekening,
    decimal Debet,
    decimal Credit,
    DateOnly Boekdatum,
    DateTimeOffset Op,
    string? Soort = null,
    DateOnly? Gebeurtenisdag = null,
    string? KeertOm = null
);

public sealed record Boekingsregel(Grootboekregel Boeking, IReadOnlyList<string> Brieven, string? OmgekeerdDoor = null);

/// <param name="Volgende">Asks the next page; null on the last one.</param>
public sealed record Boekingenlijst(DateTimeOffset Op, IReadOnlyList<Boekingsregel> Regels, string? Volgende = null);

/// <param name="Wie">Pseudonym, or the program.</param>
public sealed record Gebeurtenisbeeld(string Soort, string Stroom, long Versie, DateTimeOffset Vastgelegd, string? Wie = null);

/// <summary>One booking with all that caused it.</summary>
/// <param name="Brieven">Numbers of the letters that told the decision.</param>
public sealed record Boekingbeeld(
    string Boeking,
    string Zaaknummer,
    string Tijdvak,
    string Besluit,
    Gebeurtenisbeeld Gebeurtenis,
    IReadOnlyList<Grootboekregel> Regels,
    IReadOnlyList<string> Brieven,
    string? OmgekeerdDoor = null
);

/// <summary>A counter-entry that waits for a second person.</summary>
/// <param name="Hash">Of the proposal; it goes with the signature.</param>
public sealed record Tegenboeking(
    string Boeking,
    string Zaaknummer,
    string Voorsteller,
    DateTimeOffset VoorgesteldOp,
    string Hash,
    string? Reden = null
);

/// <param name="Maand">2026-10.</param>
/// <param name="Hash">Of what was closed; it goes with the confirmation.</param>
/// <param name="BevestigdDoor">Null while it is open.</param>
/// <param name="Gaten">Before so many statements one was missing when it was closed; <paramref name="Toelichting"/> says why it could be all the same.</param>
public sealed record Boekmaand(
    string Maand,
    long Regels,
    decimal Debet,
    string Hash,
    string? AfgeslotenDoor = null,
    DateTimeOffset? AfgeslotenOp = null,
    string? BevestigdDoor = null,
    DateTimeOffset? BevestigdOp = null,
    int? Gaten = null,
    string? Toelichting = null
);

/// <param name="Jaar">Moved in the year, in euro.</param>
/// <param name="Stand">What stands at its end.</param>
public sealed record Jaarbedragen(decimal Jaar, decimal Stand);

/// <summary>A window in a year, or all together; in euro.</summary>
/// <param name="Tijdvak">Null in the total.</param>
public sealed record Jaarregel(
    Jaarbedragen Verplichtingen,
    Jaarbedragen Aangegaan,
    Jaarbedragen Voorschotten,
    Jaarbedragen Vastgesteld,
    Jaarbedragen Betaald,
    decimal VanEerderJaar,
    Jaarbedragen TeBetalen,
    Jaarbedragen Vorderingen,
    Jaarbedragen Rente,
    Jaarbedragen Oninbaar,
    string? Tijdvak = null,
    decimal? Plafond = null,
    decimal? Ruimte = null
)
{
    /// <summary>
    /// At the most still to be paid: what is promised and not settled, less what was advanced of it, and what is ordered and not paid yet.
    /// </summary>
    public decimal Prognose => Verplichtingen.Stand - Voorschotten.Stand + TeBetalen.Stand;
}

/// <summary>What the budget of a year allows, and what is left of it; each null where the budget is not known.</summary>
public sealed record Jaarbegroting(
    decimal? Verplichtingen = null,
    decimal? Kas = null,
    decimal? RuimteVerplichtingen = null,
    decimal? RuimteKas = null
);

public sealed record Jaaroverzicht(
    int Jaar,
    DateTimeOffset Op,
    IReadOnlyList<Jaarregel> Tijdvakken,
    Jaarregel Totaal,
    decimal PlafondVanJaar,
    Jaarbedragen Tussenrekening,
    Jaarbegroting Begroting
);

/// <param name="Mutatie">Debit minus credit in the month, in euro.</param>
/// <param name="Saldo">Debit minus credit at its end.</param>
public sealed record Maandstand(string Rekening, decimal Mutatie, decimal Saldo);

/// <param name="Nummer">1 to 12.</param>
public sealed record Jaarmaand(int Nummer, bool Gesloten, IReadOnlyList<Maandstand> Rekeningen)
{
    public Maandstand Van(string rekening) => Rekeningen.FirstOrDefault(r => r.Rekening == rekening) ?? new(rekening, 0, 0);
}

/// <summary>A year month by month, all windows together.</summary>
public sealed record Jaarverloop(int Jaar, DateTimeOffset Op, IReadOnlyList<Jaarmaand> Maanden);

/// <summary>What is still to be paid in a year, in euro.</summary>
/// <param name="Zaken">Expected to be settled in it.</param>
/// <param name="Opgedragen">Ordered and not paid yet.</param>
/// <param name="Jaar">Null where it is not known.</param>
/// <param name="Verwacht">Null while nothing was settled.</param>
public sealed record Prognosejaar(int Zaken, decimal Opgedragen, decimal Hoogstens, int? Jaar = null, decimal? Verwacht = null)
{
    public string Naam => Jaar is { } jaar ? jaar.ToString(CultureInfo.InvariantCulture) : "Jaar niet bekend";

    /// <summary>As bars: what is expected only where that is known.</summary>
    public IReadOnlyList<(string Wat, decimal Bedrag)> Staven =>
        [
            .. Verwacht is { } verwacht ? ((string, decimal)[])[("Verwacht", verwacht)] : [],
            ("Hoogstens", Hoogstens),
            ("Al opgedragen", Opgedragen),
        ];
}

/// <summary>How much was settled of what had been awarded, in euro.</summary>
/// <param name="Zaken">That were settled.</param>
public sealed record Prognoseaandeel(int Zaken, decimal Verleend, decimal Vastgesteld)
{
    /// <summary>As 72,5%.</summary>
    public string Deel => $"{Weergave.Aantal(Math.Round(Vastgesteld * 100 / Verleend, 1))}%";
}

/// <param name="Tijdvak">Null in the total.</param>
/// <param name="Aandeel">With which it is reckoned; null in the total, and while nothing was settled.</param>
public sealed record Prognosetijdvak(IReadOnlyList<Prognosejaar> Jaren, string? Tijdvak = null, Prognoseaandeel? Aandeel = null);

/// <param name="Verleend">What had been awarded in what was settled so far.</param>
/// <param name="Vastgesteld">What of that was settled.</param>
public sealed record Prognose(
    DateTimeOffset Op,
    decimal Verleend,
    decimal Vastgesteld,
    Prognosetijdvak Totaal,
    IReadOnlyList<Prognosetijdvak> Tijdvakken
);

/// <summary>
/// Amounts beside each other, a picture for each group: each bar under its words, so that none is told by a colour. All of it stands in the table beside it
/// too.
/// </summary>
/// <param name="Groepen">Each with a name and the amount of each bar, in euro.</param>
public sealed record Staafgrafiek(
    string Id,
    string Titel,
    IReadOnlyList<(string Naam, IReadOnlyList<(string Wat, decimal Bedrag)> Staven)> Groepen
)
{
    /// <summary>Of the picture, which is <see cref="Breed"/> wide: a line of words and the bar below it.</summary>
    public const int Staafhoogte = 110;

    public const int Breed = 1000;

    private decimal Hoogste => Groepen.SelectMany(g => g.Staven).Select(s => s.Bedrag).DefaultIfEmpty().Max();

    /// <summary>Out of a thousand.</summary>
    public int Breedte(decimal bedrag) => Hoogste <= 0 || bedrag <= 0 ? 0 : (int)Math.Max(1, Math.Round(bedrag * Breed / Hoogste));

    /// <summary>What a picture shows, in words.</summary>
    public static string Beschrijving(IEnumerable<(string Wat, decimal Bedrag)> staven) =>
        $"{string.Join("; ", staven.Select(s => $"{s.Wat} {Weergave.Bedrag(s.Bedrag)}"))}.";
}
