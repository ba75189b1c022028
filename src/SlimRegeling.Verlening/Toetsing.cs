using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Verlening;

/// <summary>What signing and sending back both ask first: that a proposal lies ready.</summary>
internal static class Toetsing
{
    public static Weigering? Voorgelegd(Verlening verlening) =>
        verlening.Fase switch
        {
            Fase.Voorgelegd => null,
            Fase.InVoorbereiding => Weigering.Van(
                "nog-niet-voorgelegd",
                "Er ligt nog geen voorstel. Wacht tot de aanvraag is beoordeeld en het budget is gereserveerd.",
                "2.11, eerste lid"
            ),
            Fase.Teruggezonden => Weigering.Van(
                "teruggezonden",
                "Het voorstel is teruggezonden naar de beoordelaar. Wacht op een nieuw voorstel."
            ),
            Fase.Vervallen => Weigering.Van("vervallen", "De aanvraag is vervallen. Er is niets meer te besluiten."),
            _ => Weigering.Van("al-besloten", "Over deze aanvraag is al besloten. Een besluit wordt niet twee keer ondertekend."),
        };
}
