using System.Globalization;

namespace SlimRegeling.Platform.Taken;

/// <summary>When a job runs, as people say it; what this does not know how to say stays as it is written (cron).</summary>
internal static class Rooster
{
    public static string Zeg(string cron) =>
        cron.Split(' ') switch
        {
            ["*", "*", "*", "*", "*"] => "elke minuut",
            [['*', '/', .. var stap], "*", "*", "*", "*"] when Getal(stap) is { } minuten => $"elke {minuten} minuten",
            [var minuut, "*", "*", "*", "*"] when Getal(minuut) is { } m => m == 0 ? "elk uur" : $"elk uur, {m} minuten na het hele uur",
            [var minuut, var uur, "*", "*", "*"] when Getal(minuut) is { } m && Getal(uur) is { } u => string.Create(
                CultureInfo.InvariantCulture,
                $"elke dag om {u}.{m:00} uur"
            ),
            _ => cron,
        };

    private static int? Getal(string tekst) =>
        int.TryParse(tekst, NumberStyles.None, CultureInfo.InvariantCulture, out var getal) ? getal : null;
}
