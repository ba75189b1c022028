namespace SlimRegeling.Betalingen.Tests;

/// <summary>What can be done in the life of money.</summary>
internal enum Levensdaad
{
    Tijd,
    Hoor,
    HoorTerug,
    Betaal,
    Ronde,
    WijsAf,
    Afschrift,
    BetaalTerug,
    HandelAf,
    BetaalBeslaglegger,
    NeemTerug,
    VergoedRente,
    WijzigRekening,
    ControleerRekening,
    LegBeslag,
    HefBeslagOp,
    GeefVrij,
    Vorder,
    Invorder,
    Rente,
    Regeling,
    Afboeken,
    Verreken,
    Herinner,
    Erken,
    Belemmer,
    Tegenboeken,
    SluitMaand,
}

/// <summary>Where a life begins.</summary>
internal enum Levensbegin
{
    Leeg,

    /// <summary>Both advances are heard of and paid: what is decided from there on can be less than that.</summary>
    Bevoorschot,

    /// <summary>As that, and the first case was settled: what was paid too much is claimed back, with interest, and half of it came in.</summary>
    Teruggevorderd,

    /// <summary>As that, and settled anew and higher since: it was never owed.</summary>
    Hoger,
}
