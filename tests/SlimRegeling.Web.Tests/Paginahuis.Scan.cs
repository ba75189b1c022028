namespace SlimRegeling.Web.Tests;

public sealed partial class Paginahuis
{
    private const string Scanroute = "/scans/{scan:regex(^scan-.*)}";

    /// <summary>A QuickScan that was filled in, as an address has it.</summary>
    internal const string Ingevuld =
        "D1-1=4&D1-2=5&D2-1=2&D2-2=1&D3-1=4&D3-2=4&D4-1=3&D4-2=3&D5-1=2&D5-2=n&D6-1=3&D6-2=4&rol=ondernemer&fase=willen&grootte=10-49&sector=F";

    /// <summary>A scan of the example person <c>ondernemer</c> that is open.</summary>
    public string Scan { get; private set; } = "";

    /// <summary>A campaign of the same person that is open.</summary>
    public string Campagne { get; private set; } = "";

    private async Task VulScan()
    {
        Scan = (await Gelukt("ondernemer", HttpMethod.Post, "/v1/scans", new { gevraagd = 8 })).GetProperty("scan").GetString()!;
        var campagne = new { naam = "Bouw leert", uitleg = "Doe mee met andere bouwbedrijven." };
        Campagne = (await Gelukt("ondernemer", HttpMethod.Post, "/v1/campagnes", campagne)).GetProperty("campagne").GetString()!;
    }
}
