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
}
