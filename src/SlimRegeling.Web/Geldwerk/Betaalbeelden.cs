namespace SlimRegeling.Web.Geldwerk;

/// <param name="Grond">bezwaar, beslag or naam.</param>
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
    /// <summary>Not on its way to the bank.</summary>
    public bool Open => Status is "opgedragen" or "geaccordeerd";

    /// <summary>It can be proposed in a round.</summary>
    public bool Betaalbaar => Open && !Aangehouden && Ronde is null;

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
/// <param name="Status">voorgesteld, bestand or ingetrokken.</param>
/// <param name="Makers">Pseudonyms of who proposed it and of who took something out: these do not approve it.</param>
public sealed record Rondebeeld(
    string Ronde,
    string Status,
    DateOnly Uitvoerdatum,
    int Aantal,
    decimal Totaal,
    string Hash,
    IReadOnlyList<string> Makers,
    IReadOnlyList<string> Akkoorden,
    IReadOnlyList<string> Betaalopdrachten
)
{
    public string Standtekst =>
        Status switch
        {
            "voorgesteld" => Akkoorden.Count == 0 ? "Voorgesteld: wacht op twee akkoorden" : "Voorgesteld: wacht op het tweede akkoord",
            "bestand" => "Geaccordeerd: er is een bestand voor de bank",
            "ingetrokken" => "Ingetrokken",
            _ => Status,
        };
}

/// <param name="Veranderd">Why it cannot be paid so any more; null when it can.</param>
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
    IReadOnlyList<string>? Bezwaren = null
);

/// <param name="Uitgenomen">Numbers of the payments that were taken out of it.</param>
public sealed record Rondeblad(Rondebeeld Ronde, IReadOnlyList<Ronderegel> Regels, IReadOnlyList<string>? Uitgenomen = null);

/// <summary>What came of a proposal.</summary>
public sealed record Rondevoorstel(
    string Ronde,
    decimal Totaal,
    IReadOnlyList<string> Betaalopdrachten,
    IReadOnlyList<Overgeslagen> Overgeslagen
);

/// <summary>An order that is not in the round, and why.</summary>
public sealed record Overgeslagen(string Betaalopdracht, string Reden);
