namespace SlimRegeling.Web.Bezwaren;

/// <summary>The steps by which a written reminder that a decision is late is noted and declared void, whichever decision it is.</summary>
internal static class Ingebrekevorm
{
    /// <param name="over">Which decision, where a page has several: " over …".</param>
    public static Stapvorm Noteren(string naam, string pad, string uitleg, string over = "") =>
        new(
            naam,
            $"Een ingebrekestelling{over} noteren",
            "Noteer de ingebrekestelling",
            pad,
            [new("ontvangenOp", "Op welke dag kwam de brief binnen?", Veldvorm.Dag, "Niet de dag waarop de brief is geschreven.")]
        )
        {
            Uitleg = uitleg,
        };

    /// <param name="bijvoorbeeld">Why it may be.</param>
    /// <param name="over">Which decision, where a page has several: " over …".</param>
    public static Stapvorm Vervallen(string naam, string pad, string bijvoorbeeld, string over = "") =>
        new(
            naam,
            $"De ingebrekestelling{over} laten vervallen",
            "Laat de ingebrekestelling vervallen",
            pad,
            [new("reden", "Waarom vervalt de ingebrekestelling?", Hulp: $"Bijvoorbeeld: {bijvoorbeeld}")]
        )
        {
            Gevaar = true,
            Uitleg = "Er loopt dan geen dwangsom.",
        };
}
