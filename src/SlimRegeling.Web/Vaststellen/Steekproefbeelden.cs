namespace SlimRegeling.Web.Vaststellen;

/// <summary>A draw in the list of them.</summary>
/// <param name="Stand">begonnen, voorbereid, getrokken or vervallen.</param>
public sealed record Steekproefregel(
    string Nummer,
    string Stand,
    int Aantal,
    int Omvang,
    string Door,
    DateTimeOffset Op,
    string? Tijdvak = null,
    DateOnly? Van = null,
    DateOnly? Tot = null
)
{
    public string Standtekst =>
        Stand switch
        {
            "begonnen" => "De lijst ligt vast; er is nog geen zaad",
            "voorbereid" => "Het zaad is één keer getypt",
            "getrokken" => "Getrokken",
            "vervallen" => "Vervallen",
            _ => Stand,
        };

    /// <summary>Of which cases, in words.</summary>
    public string Bereik =>
        string.Join(
            ", ",
            (
                (string?[])
                    [
                        Tijdvak is null ? null : $"tijdvak {Tijdvak}",
                        Van is { } van ? $"periode eindigt vanaf {Weergave.Dag(van)}" : null,
                        Tot is { } tot ? $"periode eindigt tot en met {Weergave.Dag(tot)}" : null,
                    ]
            ).OfType<string>()
        );
}

/// <param name="Code">Amount and risk: midden-verhoogd.</param>
/// <param name="GeschatteFout">In all its cases, in euro; null while none is settled.</param>
public sealed record Steekproefstratum(
    string Code,
    int Aantal,
    decimal Verleend,
    int Omvang,
    int Uitgevallen,
    int Beoordeeld,
    decimal GevondenFout,
    decimal? GeschatteFout = null
);

/// <summary>What became of one case that was proposed with others.</summary>
public sealed record Voorgelegdezaak(string Zaaknummer, bool Gelukt, string? Uitleg = null);

/// <param name="Fout">By how much it was settled lower than awarded, in euro; null while it is not settled.</param>
public sealed record Steekproefzaak(string Zaaknummer, string Stratum, string Fase, bool Uitgevallen, decimal? Fout = null)
{
    public string Fasetekst =>
        Fase switch
        {
            "in-steekproef" => "Om bewijs gevraagd",
            "bewijs-ontvangen" => "Bewijs ontvangen",
            "voorgesteld" => "Vaststelling voorgesteld",
            "vastgesteld" => "Vastgesteld",
            "ingetrokken" => "Ingetrokken",
            _ => "Nog niet gevraagd",
        };
}

/// <summary>A draw with what came of it; amounts in euro.</summary>
/// <param name="Marge">With 95% certainty the faults in all cases lie no further than this from the estimate; null while that is not known.</param>
/// <param name="Zaad">Null until it is drawn.</param>
/// <param name="Voorbereider">Pseudonym of who typed the seed, while another is to type it again.</param>
public sealed record Steekproefbeeld(
    Steekproefregel Steekproef,
    string Regelversie,
    string Lijsthash,
    IReadOnlyList<Steekproefstratum> Strata,
    IReadOnlyList<Steekproefzaak> Zaken,
    bool Voorlopig,
    decimal GevondenFout,
    decimal? GeschatteFout = null,
    decimal? Marge = null,
    string? Zaad = null,
    string? Bron = null,
    string? Voorbereider = null,
    IReadOnlyList<string>? Ondertekenaars = null
)
{
    /// <summary>What the faults that were found say of all cases, in words.</summary>
    public string Schatting =>
        (GeschatteFout, Marge) switch
        {
            (null, _) => "Een schatting kan pas als van elk stratum een zaak is vastgesteld.",
            ({ } fout, null) => $"In alle zaken geschat: {Weergave.Bedrag(fout)}; een marge is nog niet te berekenen.",
            ({ } fout, { } marge) => $"In alle zaken geschat: {Weergave.Bedrag(fout)}, met een marge van {Weergave.Bedrag(marge)} (95%).",
        };
}
