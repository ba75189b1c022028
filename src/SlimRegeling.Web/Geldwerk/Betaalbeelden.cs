namespace SlimRegeling.Web.Geldwerk;

/// <param name="Grond">bezwaar, beslag, naam or opschorting.</param>
public sealed record Aanhouding(string Nummer, string Grond, DateTimeOffset Sinds);

/// <summary>A payment order; amounts in euro.</summary>
/// <param name="Status">opgedragen, geaccordeerd, in-bestand, uitgevoerd or vervallen.</param>
/// <param name="WachtOpRekening">Number of the account that must be checked first; null when none must.</param>
/// <param name="Teruggegeven">The bank's code; null unless it refused it or sent it back last.</param>
public sealed record Betaalopdracht(
    string Id,
    string Zaaknummer,
    string KvkNummer,
    string Besluit,
    string Soort,
    decimal Bedrag,
    string Status,
    bool Aangehouden,
    IReadOnlyList<string> Akkoorden,
    int? WachtOpRekening = null,
    string? Bestand = null,
    DateOnly? Boekdatum = null,
    IReadOnlyList<string>? Bezwaren = null,
    string? Ronde = null,
    IReadOnlyList<Aanhouding>? Aanhoudingen = null,
    string? Teruggegeven = null,
    decimal? Verrekend = null,
    decimal? AanBeslaglegger = null
)
{
    public string Soorttekst => Geldwoorden.Betaalsoort(Soort);

    /// <summary>Where it stands, in words.</summary>
    public string Stand =>
        Status switch
        {
            "in-bestand" => $"Bij de bank, in {Bestand}",
            "uitgevoerd" => Boekdatum is { } dag ? $"Betaald op {Weergave.Dag(dag)}" : "Betaald",
            "vervallen" => "Vervallen",
            _ when Aangehouden => "Wacht",
            _ when Ronde is not null => $"Voorgesteld in {Ronde}",
            _ => "Kan worden betaald",
        };

    /// <summary>What it waits for, in words; empty when it waits for nothing.</summary>
    public IReadOnlyList<string> WachtOp =>
        [
            .. WachtOpRekening is { } nummer ? (string[])[$"gewijzigde rekening ({nummer}) is nog niet gecontroleerd"] : [],
            .. (Aanhoudingen ?? []).Select(a => Geldwoorden.Aanhouding(a)),
        ];
}

/// <summary>The account of an enterprise for who checks it.</summary>
/// <param name="Door">Pseudonym of who changed it.</param>
/// <param name="NaamVoorBank">As a bank is told; null when it cannot be written for one.</param>
/// <param name="Naamcontrole">overeenkomst, lijkt-erop, anders, onbekend or niet-beschikbaar.</param>
/// <param name="Wachtend">What is ordered and not on its way, in euro.</param>
public sealed record Rekeningbeeld(
    string KvkNummer,
    bool TeControleren,
    string Naamcontrole,
    decimal Wachtend,
    IReadOnlyList<Beslagbeeld> Beslagen,
    int? Volgnummer = null,
    string? Iban = null,
    string? Naam = null,
    string? NaamVoorBank = null,
    string? Door = null,
    bool? Akkoord = null
)
{
    public IEnumerable<Beslagbeeld> Lopend => Beslagen.Where(b => b.OpgehevenDoor is null);
}

/// <param name="Door">Pseudonym of who registered it: another says that it ended.</param>
public sealed record Beslagbeeld(
    string Nummer,
    string Door,
    string? Beslaglegger = null,
    string? Kenmerk = null,
    DateOnly? GelegdOp = null,
    decimal? Bedrag = null,
    string? OpgehevenDoor = null
);

/// <summary>A round of payments in the list of them.</summary>
/// <param name="Status">voorgesteld, bestand, ingetrokken or teruggenomen.</param>
/// <param name="Makers">Pseudonyms of who proposed it and of who took something out: these do not approve it.</param>
public sealed record Rondebeeld(
    string Ronde,
    string Status,
    DateOnly Uitvoerdatum,
    int Aantal,
    decimal Totaal,
    string Hash,
    IReadOnlyList<string> Makers,
    IReadOnlyList<string> Akkoorden
)
{
    public string Standtekst =>
        Status switch
        {
            "voorgesteld" => Akkoorden.Count == 0 ? "Voorgesteld: wacht op twee akkoorden" : "Voorgesteld: wacht op het tweede akkoord",
            "bestand" => "Geaccordeerd: er is een bestand voor de bank",
            "ingetrokken" => "Ingetrokken",
            "teruggenomen" => "Teruggenomen: het bestand kwam nooit bij de bank aan",
            _ => Status,
        };
}

/// <param name="Veranderd">Why it cannot be paid so any more; null when it can.</param>
/// <param name="Teruggegeven">The bank's code; null unless it refused it or sent it back before.</param>
public sealed record Ronderegel(
    string Betaalopdracht,
    string Zaaknummer,
    string KvkNummer,
    string Besluit,
    string Soort,
    decimal Bedrag,
    string? Naam = null,
    string? Iban = null,
    string? Veranderd = null,
    IReadOnlyList<string>? Bezwaren = null,
    string? Teruggegeven = null
)
{
    /// <summary>What it is, and that it was on its way before.</summary>
    public string Soorttekst =>
        Teruggegeven switch
        {
            null => Geldwoorden.Betaalsoort(Soort),
            "" => $"{Geldwoorden.Betaalsoort(Soort)}, eerder niet betaald of teruggekomen",
            _ => $"{Geldwoorden.Betaalsoort(Soort)}, eerder niet betaald of teruggekomen (code {Teruggegeven})",
        };
}

/// <summary>A page of the rounds, the newest first.</summary>
/// <param name="Aantal">On all pages together.</param>
/// <param name="Volgende">With which the next page is asked; null on the last one.</param>
public sealed record Rondeslijst(IReadOnlyList<Rondebeeld> Rondes, int Aantal, string? Volgende = null);

/// <summary>A page of the payments of a round.</summary>
/// <param name="Som">Of all its payments, on all pages together.</param>
/// <param name="Veranderd">How many of all of them cannot be paid so any more.</param>
/// <param name="Volgende">With which the next page is asked; null on the last one.</param>
/// <param name="Uitgenomen">Numbers of the payments that were taken out of it; null after the first page.</param>
/// <param name="Terugname">Null while nobody proposed that.</param>
public sealed record Rondeblad(
    Rondebeeld Ronde,
    IReadOnlyList<Ronderegel> Regels,
    decimal Som,
    int Veranderd,
    string? Volgende = null,
    IReadOnlyList<string>? Uitgenomen = null,
    Terugname? Terugname = null
);

/// <summary>It is proposed to take back the file of a round, as it never came to the bank.</summary>
/// <param name="Door">Pseudonym of who proposed it: another confirms.</param>
/// <param name="Hash">What who confirms names.</param>
/// <param name="Toelichting">What the bank said; null when it was destroyed.</param>
public sealed record Terugname(string Door, DateTimeOffset Op, string Hash, string? Toelichting = null);

/// <summary>A page of the payment orders.</summary>
/// <param name="Aantal">On all pages together.</param>
/// <param name="Totaal">Of all of these.</param>
/// <param name="Volgende">With which the next page is asked; null on the last one.</param>
public sealed record Betalingenlijst(IReadOnlyList<Betaalopdracht> Opdrachten, int Aantal, decimal Totaal, string? Volgende = null);

/// <summary>What came of a proposal.</summary>
public sealed record Rondevoorstel(
    string Ronde,
    decimal Totaal,
    IReadOnlyList<string> Betaalopdrachten,
    IReadOnlyList<Overgeslagen> Overgeslagen
);

/// <summary>An order that is not in the round, and why.</summary>
public sealed record Overgeslagen(string Betaalopdracht, string Reden);
