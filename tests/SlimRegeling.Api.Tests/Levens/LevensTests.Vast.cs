namespace SlimRegeling.Api.Tests.Levens;

public sealed partial class LevensTests
{
    /// <summary>
    /// Lives in which each thing is taken: of two small enterprises, of which one was refused, of two partnerships, of one of which the money is held, refused,
    /// attached and set off, and of one that is paid late, of which nothing goes at once.
    /// </summary>
    private static readonly (Levenssoort, Begin[], Opdracht[], Opdracht[])[] Vast =
    [
        (
            Levenssoort.Mkb,
            [Begin.Lager, Begin.Afwijzen],
            [
                Gewoon(Daad.Betaal) with
                {
                    Knip = 6,
                    Welke = 2,
                },
                Gewoon(Daad.Melden),
                Gewoon(Daad.VraagWijziging),
                Gewoon(Daad.StelWijzigingVoor, 1),
                Gewoon(Daad.ZendWijzigingTerug),
                Gewoon(Daad.StelWijzigingVoor, 1),
                Gewoon(Daad.TekenWijziging) with
                {
                    Knip = 4,
                },
                Gewoon(Daad.VraagWijziging, 2),
                Gewoon(Daad.TrekWijzigingIn),
                Gewoon(Daad.MaakBezwaar),
                Gewoon(Daad.BehandelBezwaar, 1),
                Gewoon(Daad.ZendBezwaarTerug),
                Gewoon(Daad.BehandelBezwaar, 1),
                Gewoon(Daad.TekenBezwaar) with
                {
                    Knip = 8,
                },
                Gewoon(Daad.MaakBezwaar) with
                {
                    Wie = 1,
                },
                Gewoon(Daad.TrekBezwaarIn) with
                {
                    Wie = 1,
                },
                Gewoon(Daad.MaakBezwaar) with
                {
                    Wie = 1,
                },
                Gewoon(Daad.BehandelBezwaar, 1) with
                {
                    Wie = 1,
                },
                Gewoon(Daad.TekenBezwaar) with
                {
                    Wie = 1,
                },
            ],
            [
                Gewoon(Daad.TrekSteekproef),
                Gewoon(Daad.GeefBewijs),
                Gewoon(Daad.Beoordeel, 1),
                Gewoon(Daad.TekenVaststelling) with
                {
                    Knip = 6,
                },
                // Against the settlement: the decision on the change comes first.
                Gewoon(Daad.MaakBezwaar, 1),
                Gewoon(Daad.BehandelBezwaar, 1),
                Gewoon(Daad.TekenBezwaar),
                Gewoon(Daad.Beoordeel),
                Gewoon(Daad.TekenVaststelling),
                Gewoon(Daad.StelIntrekkingVoor, 1),
                Gewoon(Daad.GeefZienswijze, 1),
                Gewoon(Daad.LegIntrekkingVoor),
                Gewoon(Daad.ZendIntrekkingTerug),
                Gewoon(Daad.StelIntrekkingVoor, 9),
                Gewoon(Daad.TekenIntrekking) with
                {
                    Knip = 10,
                },
                // What was advanced is more than what is left; a year later half of it comes in.
                Gewoon(Daad.Vorder),
                Gewoon(Daad.Tijd, 3),
                Gewoon(Daad.Maan),
                Gewoon(Daad.Rente),
                Gewoon(Daad.BetaalTerug),
                Gewoon(Daad.Afboeken) with
                {
                    Knip = 12,
                },
                // Nothing of the bank waits for people: the month before this can be closed.
                Gewoon(Daad.SluitMaand) with
                {
                    Knip = 6,
                },
            ]
        ),
        (
            Levenssoort.Verband,
            [Begin.Verlenen, Begin.Verlenen],
            [
                Gewoon(Daad.VraagWijziging, 3),
                Gewoon(Daad.StelWijzigingVoor, 1),
                Gewoon(Daad.TekenWijziging),
                Gewoon(Daad.VraagWijziging, 4),
                Gewoon(Daad.StelWijzigingVoor, 1),
                Gewoon(Daad.TekenWijziging),
                // Of the other part of the award is withdrawn.
                Gewoon(Daad.StelIntrekkingVoor, 3) with
                {
                    Wie = 1,
                },
                Gewoon(Daad.TekenIntrekking) with
                {
                    Wie = 1,
                },
            ],
            [
                Gewoon(Daad.MeldVoortgang),
                Gewoon(Daad.StelVoorschotVoor),
                Gewoon(Daad.ZendVoorschotTerug),
                Gewoon(Daad.StelVoorschotVoor),
                Gewoon(Daad.TekenVoorschot) with
                {
                    Knip = 5,
                },
                Gewoon(Daad.Declareer),
                Gewoon(Daad.VraagAanvulling),
                Gewoon(Daad.Declareer),
                Gewoon(Daad.Beoordeel),
                Gewoon(Daad.TekenVaststelling),
            ]
        ),
        (
            Levenssoort.Mkb,
            [Begin.Verlenen],
            [
                Gewoon(Daad.WijsAf) with
                {
                    Knip = 6,
                },
                Gewoon(Daad.LegBeslag),
                Gewoon(Daad.BetaalBeslaglegger),
                Gewoon(Daad.HefBeslagOp),
                Gewoon(Daad.WijzigRekening),
                Gewoon(Daad.ControleerRekening),
                Gewoon(Daad.Tegenboek) with
                {
                    Knip = 4,
                },
                Gewoon(Daad.Betaal),
            ],
            [
                Gewoon(Daad.TrekSteekproef),
                Gewoon(Daad.GeefBewijs),
                Gewoon(Daad.Beoordeel),
                Gewoon(Daad.TekenVaststelling),
                // A quarter is left, which is less than was advanced.
                Gewoon(Daad.StelIntrekkingVoor, 9),
                Gewoon(Daad.TekenIntrekking),
                Gewoon(Daad.Vorder),
                Gewoon(Daad.TrefRegeling),
                Gewoon(Daad.Tijd, 3),
                Gewoon(Daad.BeeindigRegeling),
                // The application in the other window names the account of before, which is a change again.
                Gewoon(Daad.Verreken),
                Gewoon(Daad.ControleerRekening),
                Gewoon(Daad.Verreken) with
                {
                    Knip = 8,
                },
            ]
        ),
        (
            Levenssoort.Mkb,
            [Begin.Verlenen],
            [
                // More than six weeks after the letter.
                Gewoon(Daad.Tijd, 2),
                Gewoon(Daad.Betaal),
                Gewoon(Daad.VergoedRente) with
                {
                    Knip = 6,
                },
                // The advance comes back and is paid again, comes back less costs, and is in a file that never came to the bank.
                Gewoon(Daad.KomtTerug) with
                {
                    Knip = 8,
                },
                Gewoon(Daad.Betaal),
                Gewoon(Daad.Retour) with
                {
                    Knip = 4,
                },
                Gewoon(Daad.NeemBestandTerug),
                Gewoon(Daad.KoppelOpdracht) with
                {
                    Knip = 10,
                },
                // Interest is ordered beside it.
                Gewoon(Daad.Betaal),
                Gewoon(Daad.ZetOpTussenrekening),
                Gewoon(Daad.BoekBankkosten),
                Gewoon(Daad.StreepWeg) with
                {
                    Knip = 6,
                },
            ],
            [
                Gewoon(Daad.TrekSteekproef),
                Gewoon(Daad.GeefBewijs),
                Gewoon(Daad.Beoordeel),
                Gewoon(Daad.TekenVaststelling),
                Gewoon(Daad.StelIntrekkingVoor, 9),
                Gewoon(Daad.TekenIntrekking),
                Gewoon(Daad.Vorder),
                Gewoon(Daad.Erken),
                Gewoon(Daad.Belemmer),
                Gewoon(Daad.HefBelemmeringOp),
                Gewoon(Daad.Belemmer, 1),
                Gewoon(Daad.HefBelemmeringOp),
                Gewoon(Daad.Tijd, 3),
                Gewoon(Daad.Maan),
                Gewoon(Daad.Tijd, 1),
                Gewoon(Daad.Dwangbevel) with
                {
                    Knip = 8,
                },
                Gewoon(Daad.KoppelVordering),
                Gewoon(Daad.GeefTerug) with
                {
                    Knip = 6,
                },
            ]
        ),
    ];
}
