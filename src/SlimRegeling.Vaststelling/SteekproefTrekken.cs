using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Vaststelling;

/// <summary>Puts a case that was drawn in the sample and asks for proof (2.24, first paragraph; 7.4, first paragraph, Kaderregeling).</summary>
public static class SteekproefTrekken
{
    private const int LangsteTekst = 200;

    /// <param name="Zaad">The seed of the draw that pointed to this case.</param>
    /// <param name="Bron">Where the seed comes from, so that others can check it.</param>
    public sealed record Verzoek(string Zaad, string? Bron = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost(
                "/verantwoordingen/{zaaknummer}/steekproef",
                async (
                    Zaaknummer zaaknummer,
                    Verzoek verzoek,
                    Persoon persoon,
                    Stroom<Verantwoording> verantwoordingen,
                    Regelbron<VaststellingContext> regelbron,
                    Moment moment,
                    CancellationToken ct
                ) =>
                {
                    var regels = await regelbron.Nu(ct);
                    return await verantwoordingen.Schrijf(
                        zaaknummer,
                        verantwoording => Beslis(verantwoording, verzoek, persoon.Onderwerp, regels, moment.Nu),
                        ct
                    );
                }
            )
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Beoordelaar);

    /// <param name="steekproef">Number of the draw that pointed to this case; null when an assessor put it in by itself.</param>
    public static Beslissing Beslis(
        Verantwoording verantwoording,
        Verzoek verzoek,
        string wie,
        Regelstanden regels,
        Instant nu,
        string? steekproef = null
    )
    {
        if (Invoer(verzoek) is { Count: > 0 } fouten)
        {
            return Weigering.Invoer(fouten);
        }
        if (Stand.Open(verantwoording, nu) is { } weigering)
        {
            return weigering;
        }
        if (verantwoording.Fase != Fase.Opengesteld)
        {
            return verantwoording.Steekproef is null
                ? Weigering.Van("al-voorgesteld", "Er ligt al een voorstel tot vaststelling. De zaak kan niet meer in de steekproef.")
                : Weigering.Van("al-in-steekproef", "Deze zaak zit al in de steekproef.", "2.24, eerste lid");
        }
        var opening = verantwoording.Opening!;
        var versie = regels.Versie(opening.Regelversie, nu);
        var uiterlijk = Termijnen.Einde(versie, Termijncode.Bewijs, Moment.Dag(nu));
        return new InSteekproef(
            opening.KvkNummer,
            verzoek.Zaad,
            verzoek.Bron,
            wie,
            uiterlijk,
            nu,
            versie.Id,
            versie.Hash,
            steekproef,
            VanafVerzending: true
        );
    }

    internal static List<Fout> Invoer(Verzoek verzoek)
    {
        var fouten = new List<Fout>();
        if (string.IsNullOrWhiteSpace(verzoek.Zaad) || verzoek.Zaad.Length > LangsteTekst)
        {
            fouten.Add(new("zaad", $"Geef het zaad van de trekking, ten hoogste {LangsteTekst} tekens.", "2.24, eerste lid"));
        }
        if (verzoek.Bron?.Length > LangsteTekst)
        {
            fouten.Add(new("bron", $"Noem de bron in ten hoogste {LangsteTekst} tekens."));
        }
        return fouten;
    }
}
