namespace SlimRegeling.Api.Tests.Levens;

/// <summary>What can be done in the life of a case once it was decided on.</summary>
internal enum Daad
{
    Tijd,
    Melden,
    VraagWijziging,
    TrekWijzigingIn,
    StelWijzigingVoor,
    ZendWijzigingTerug,
    TekenWijziging,
    MeldVoortgang,
    StelVoorschotVoor,
    ZendVoorschotTerug,
    TekenVoorschot,
    StelIntrekkingVoor,
    GeefZienswijze,
    LegIntrekkingVoor,
    ZendIntrekkingTerug,
    TekenIntrekking,
    MaakBezwaar,
    TrekBezwaarIn,
    BehandelBezwaar,
    ZendBezwaarTerug,
    TekenBezwaar,
    TrekSteekproef,
    GeefBewijs,
    Declareer,
    VraagAanvulling,
    Beoordeel,
    TekenVaststelling,
    Betaal,
    WijsAf,
    KomtTerug,
    NeemBestandTerug,
    VergoedRente,
    LegBeslag,
    BetaalBeslaglegger,
    HefBeslagOp,
    KoppelOpdracht,
    KoppelVordering,
    Retour,
    ZetOpTussenrekening,
    BoekBankkosten,
    StreepWeg,
    GeefTerug,
    WijzigRekening,
    ControleerRekening,
    Tegenboek,
    SluitMaand,
    Vorder,
    Maan,
    Rente,
    BetaalTerug,
    TrefRegeling,
    BeeindigRegeling,
    Verreken,
    Afboeken,
    Dwangbevel,
    Belemmer,
    HefBelemmeringOp,
    Erken,
}

/// <summary>For whom, and by which rules.</summary>
internal enum Levenssoort
{
    Mkb,

    /// <summary>Of a version by which the recipient asks for the settlement.</summary>
    Oud,
    Verband,
}

/// <summary>What is decided on the application.</summary>
internal enum Begin
{
    Verlenen,

    /// <summary>Of a part of the budget: on objection it can become more.</summary>
    Lager,
    Afwijzen,
}

/// <param name="Wie">Which of the cases of the window.</param>
/// <param name="Keuze">What is chosen, where there is something to choose.</param>
/// <param name="Knip">So many milliseconds after it was asked all connections to the database are ended; null when none is.</param>
/// <param name="Welke">How many calls that change something go before it undisturbed.</param>
internal sealed record Opdracht(Daad Daad, int Wie, int Keuze, int? Knip, int Welke = 0);
