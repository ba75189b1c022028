namespace SlimRegeling.Aanvragen;

/// <summary>The values of <see cref="Aanvragen.Fase"/>, then what was decided elsewhere.</summary>
public enum Status
{
    Concept = Fase.Concept,
    Ingediend = Fase.Ingediend,
    AanvullingGevraagd = Fase.AanvullingGevraagd,
    Volledig = Fase.Volledig,
    Beoordeeld = Fase.Beoordeeld,
    Ingetrokken = Fase.Ingetrokken,
    Aangevuld = Fase.Aangevuld,
    BuitenBehandeling = Fase.BuitenBehandeling,
    Verleend,
    Afgewezen,
    Vastgesteld,
}
