namespace SlimRegeling.Leercultuurscans;

/// <summary>Anonymity: floors in code, which no configuration lowers.</summary>
public static class Drempels
{
    /// <summary>Answers below which nothing is shown, of a firm or of one dimension.</summary>
    public const int Antwoorden = 5;

    /// <summary>People asked below which no report is possible: five of five would tell everything about the last.</summary>
    public const int Gevraagd = 6;

    /// <summary>More codes than any mkb firm has workers; it bounds a request.</summary>
    public const int MeestGevraagd = 1_000;

    /// <summary>Answers below which no share is shown.</summary>
    public const int Aandelen = 10;

    /// <summary>Answers below which the margin uses a fixed spread: that of a tiny group reveals too.</summary>
    public const int EigenSpreiding = 20;

    /// <summary>While a scan is open only this is told: at least so many, in these steps.</summary>
    public static int Afgerond(int aantal) => aantal / Antwoorden * Antwoorden;
}
