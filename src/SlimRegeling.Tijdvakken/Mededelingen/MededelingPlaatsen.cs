using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Tijdvakken.Mededelingen;

/// <summary>The scheme manager tells everyone something, in place of what was told before.</summary>
public static class MededelingPlaatsen
{
    private const int Langste = 300;

    /// <param name="Tekst">One paragraph of at most 300 characters.</param>
    /// <param name="Tot">From then on it is no longer shown.</param>
    public sealed record Verzoek(string Tekst, Mededelingsoort Soort, Instant? Tot = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPut(
                "/mededeling",
                (Verzoek verzoek, Stroom<Mededeling> mededelingen, Moment moment, CancellationToken ct) =>
                    mededelingen.SchrijfOfBegin(Mededeling.Stroom, nu => Beslis(nu, verzoek, moment.Nu), ct)
            )
            .Voor(Rol.Regelbeheerder)
            .Geeft<Bijgewerkt>();

    /// <summary>The same again changes nothing.</summary>
    public static Beslissing Beslis(Mededeling? mededeling, Verzoek verzoek, Instant nu)
    {
        var tekst = string.Join(' ', verzoek.Tekst.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var fouten = new List<Fout>();
        if (tekst.Length is 0 or > Langste)
        {
            fouten.Add(new Fout("tekst", $"Schrijf een mededeling van ten hoogste {Langste} tekens."));
        }
        if (verzoek.Tot <= nu)
        {
            fouten.Add(new Fout("tot", "Kies een moment dat nog komt, of laat dit leeg."));
        }
        if (fouten.Count > 0)
        {
            return Weigering.Invoer(fouten);
        }
        return mededeling?.Op(nu) is { } geldt && (geldt.Tekst, geldt.Soort, geldt.Tot) == (tekst, verzoek.Soort, verzoek.Tot)
            ? Beslissing.Geen
            : new MededelingGeplaatst(tekst, verzoek.Soort, verzoek.Tot, nu);
    }
}
