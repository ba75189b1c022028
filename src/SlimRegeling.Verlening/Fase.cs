namespace SlimRegeling.Verlening;

/// <summary>Where the decision on an application stands.</summary>
public enum Fase
{
    InVoorbereiding,
    Voorgelegd,
    Teruggezonden,
    Verleend,
    Afgewezen,
    Vastgesteld,
    Vervallen,

    /// <summary>All of it was withdrawn by the minister.</summary>
    Ingetrokken,
}
