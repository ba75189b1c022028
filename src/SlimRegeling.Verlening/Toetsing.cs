using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Verlening;

/// <summary>What signing and sending back both ask first: that a proposal lies ready.</summary>
internal static class Toetsing
{
    public static Weigering? Voorgelegd(Verlening verlening) =>
        verlening.Fase switch
        {
            Fase.Voorgelegd => null,
            Fase.InVoorbereiding when TeLaag(verlening) => Weigering.Van(
                "reservering-te-laag",
                $"Er is {Getal.Euro(verlening.Gereserveerd!.Value)} gereserveerd en het voorstel is {Getal.Euro(verlening.Voorstel!.Subsidie)}. Zend het voorstel terug naar de beoordelaar.",
                "2.12, onderdeel i"
            ),
            Fase.InVoorbereiding => Weigering.Van(
                "nog-niet-voorgelegd",
                "Er ligt nog geen voorstel. Wacht tot de aanvraag is beoordeeld en het budget is gereserveerd.",
                "2.11, eerste lid"
            ),
            Fase.Teruggezonden => Weigering.Van(
                "teruggezonden",
                "Het voorstel is teruggezonden naar de beoordelaar. Wacht op een nieuw voorstel."
            ),
            Fase.Vervallen when verlening.Vervallen?.Grond == Intrekken.Grond => Weigering.Van(
                "vervallen",
                "De aanvrager heeft de aanvraag ingetrokken. Er is niets meer te besluiten."
            ),
            Fase.Vervallen => Weigering.Van("vervallen", "De aanvraag is vervallen. Er is niets meer te besluiten."),
            _ => Weigering.Van("al-besloten", "Over deze aanvraag is al besloten. Een besluit wordt niet twee keer ondertekend."),
        };

    /// <summary>Whether the assessment proposes more than the budget that is set apart: it does not lie ready, but can be sent back.</summary>
    public static bool TeLaag(Verlening verlening) =>
        verlening is { Fase: Fase.InVoorbereiding, Voorstel.IsVerlenen: true, Gereserveerd: not null, Gedekt: false };

    /// <summary>Whether its budget was freed: it may get it again, or go back when nothing will come any more.</summary>
    public static bool ZonderBudget(Verlening verlening) =>
        verlening is { Fase: Fase.InVoorbereiding, Voorstel.IsVerlenen: true, VrijgegevenOp: not null };
}
