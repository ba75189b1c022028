namespace SlimRegeling.Vaststelling;

public enum Fase
{
    NietOpengesteld,
    Opengesteld,
    InSteekproef,
    BewijsOntvangen,

    /// <summary>The recipient asked for the settlement.</summary>
    Ingediend,

    /// <summary>And is asked to complete that.</summary>
    AanvullingGevraagd,
    Voorgesteld,
    Vastgesteld,

    /// <summary>All of the award was withdrawn before anything was settled.</summary>
    Ingetrokken,
}
