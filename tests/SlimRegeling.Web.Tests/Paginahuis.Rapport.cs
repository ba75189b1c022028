namespace SlimRegeling.Web.Tests;

public sealed partial class Paginahuis
{
    /// <summary>A scan of the example person <c>ondernemer</c> that is closed and has a report, with something noted that was begun after it.</summary>
    public string Rapportscan { get; private set; } = "";

    private async Task VulRapport()
    {
        Rapportscan = await Leerscan.MetRapport(Adres, "ondernemer");
        await Gelukt("ondernemer", HttpMethod.Post, "/v1/interventielog", new { interventie = "intervisie", van = "2024-01-08" });
    }
}
