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
    Tegenboeken,
    SluitMaand,
}
