using Microsoft.Extensions.Logging;
using SlimRegeling.Web.Api.Zaken;

namespace SlimRegeling.Web.Beoordelen;

/// <summary>The names of enterprises by case, for a list that has their numbers only.</summary>
public sealed class Zaaknamen(ZakenApi zaken, ILogger<Zaaknamen> log)
{
    private const int Tegelijk = 100;

    private readonly Dictionary<string, string> _namen = [];

    /// <summary>When they cannot be looked up now, the list says the numbers.</summary>
    public async Task Lees(IEnumerable<string> zaaknummers, CancellationToken ct)
    {
        try
        {
            foreach (var deel in zaaknummers.Distinct().Chunk(Tegelijk))
            {
                var gevonden = await zaken.GetZakenAsync(tekst: string.Join(' ', deel), aantal: Tegelijk, cancellationToken: ct);
                foreach (var zaak in gevonden.Zaken.Where(z => z.Naam is not null))
                {
                    _namen[zaak.Zaaknummer] = zaak.Naam!;
                }
            }
        }
        catch (Exception e) when (Apifouten.Status(e) >= 500)
        {
            log.LogWarning(e, "The names of enterprises cannot be looked up now");
        }
    }

    /// <summary>The number, with the name before it when that is known.</summary>
    public string Met(string zaaknummer, string kvkNummer) =>
        _namen.GetValueOrDefault(zaaknummer) is { } naam ? $"{naam}, KVK {kvkNummer}" : $"KVK {kvkNummer}";
}
