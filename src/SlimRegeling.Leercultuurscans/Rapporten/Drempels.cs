namespace SlimRegeling.Leercultuurscans.Rapporten;

/// <summary>Anonymity: floors in code, which no configuration lowers (specification §10).</summary>
public static class Drempels
{
    /// <summary>Answers below which nothing is shown, of a firm, a team or one dimension.</summary>
    public const int Antwoorden = 5;

    /// <summary>People asked below which no report is possible: five of five would tell everything about the last.</summary>
    public const int Gevraagd = 6;

    /// <summary>Answers below which a group by age, contract or education is not shown.</summary>
    public const int Persoonskenmerk = 10;

    /// <summary>People asked below which nobody is asked in which team they work: no report could show it.</summary>
    public const int MetTeams = 2 * Antwoorden;

    /// <summary>People asked below which nobody is asked for age, contract or education.</summary>
    public const int MetKenmerken = 2 * Persoonskenmerk;

    /// <summary>More codes than a firm under this scheme hands out; it bounds a request.</summary>
    public const int MeestGevraagd = 5_000;

    /// <summary>Answers below which no share is shown.</summary>
    public const int Aandelen = 10;

    /// <summary>Answers below which the margin uses a fixed spread: that of a tiny group reveals too.</summary>
    public const int EigenSpreiding = 20;

    /// <summary>Firms in a cell of the benchmark, of a campaign as of the open figures.</summary>
    public const int Bedrijven = 10;

    /// <summary>People who answered in a cell of the benchmark.</summary>
    public const int Respondenten = 50;

    /// <summary>The largest share of the people in a cell that one firm may have, in percent.</summary>
    public const int GrootsteAandeel = 25;

    /// <summary>QuickScans below which a group is merged with others.</summary>
    public const int QuickScans = 30;

    /// <summary>The steps in which a count is told.</summary>
    public const int Stap = 5;

    /// <summary>While a scan is open only this is told: at least so many, in these steps.</summary>
    public static int Afgerond(int aantal) => aantal / Stap * Stap;

    /// <summary>A count in the open figures: to the nearest five.</summary>
    public static int OpVijf(int aantal) => (aantal + (Stap / 2)) / Stap * Stap;
}

/// <summary>
/// The thresholds of one scan. A firm can answer itself with the spare codes that it had made, and knows those answers: of what is shown it could take them
/// off, and what is left must still be of enough people. So each spare code asks one answer more.
/// </summary>
/// <param name="Bijgemaakt">How many spare codes were made.</param>
public sealed record Scandrempels(int Bijgemaakt)
{
    /// <inheritdoc cref="Drempels.Antwoorden"/>
    public int Antwoorden => Drempels.Antwoorden + Bijgemaakt;

    /// <inheritdoc cref="Drempels.Persoonskenmerk"/>
    public int Persoonskenmerk => Drempels.Persoonskenmerk + Bijgemaakt;

    /// <inheritdoc cref="Drempels.Aandelen"/>
    public int Aandelen => Drempels.Aandelen + Bijgemaakt;
}
