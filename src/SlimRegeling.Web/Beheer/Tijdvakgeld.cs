namespace SlimRegeling.Web.Api.Tijdvakken;

/// <summary>What became of the money that a window awarded, in euro; null while nothing was.</summary>
/// <param name="LagerVastgesteld">What came free by settling lower than was awarded.</param>
public sealed record Tijdvakgeld(decimal? Verleend = null, decimal? Vastgesteld = null, decimal? LagerVastgesteld = null);

public partial class TijdvakkenApi
{
    public async Task<Tijdvakgeld> Geld(string id, CancellationToken ct) =>
        (await Aanvragen.Vragen.Lees<Tijdvakgeld>(_httpClient, $"beheer/tijdvakken/{Uri.EscapeDataString(id)}/stand", ct)).Inhoud;
}
