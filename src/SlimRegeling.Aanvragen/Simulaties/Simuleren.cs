using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Aanvragen.Simulaties;

/// <summary>
/// What if: a window computed under changed rules or another ceiling, beside the window as it is. Changes nothing and stores nothing of a case.
/// A small window is answered at once; a large one is computed in the background.
/// </summary>
public static class Simuleren
{
    /// <summary>Up to this number of applications the answer is given at once.</summary>
    public const int MeesteDirect = 500;

    private const int MeesteWijzigingen = 100;

    /// <param name="Plafond">Euro; absent: the ceiling of the window.</param>
    [Description(
        "Een tijdvak om door te rekenen onder andere regels of een ander plafond. Zonder wijzigingen ziet u de stand zoals die is."
    )]
    [Voorbeeld(
        """
            {"tijdvak":"2026-04-mkb","plafond":"12500000.00",
             "wijzigingen":[{"sectie":"parameters","code":"percentage-klein","waarde":"55"}]}
            """
    )]
    public sealed record Verzoek(
        [property: Description("Het aanvraagtijdvak, open of gesloten.")] string Tijdvak,
        [property: Description("Wat er in de regelversie van het tijdvak anders wordt; ten hoogste 100.")]
            IReadOnlyList<Wijziging>? Wijzigingen = null,
        [property: Description("Het plafond om mee te rekenen, in euro. Laat weg voor het plafond van het tijdvak.")]
            decimal? Plafond = null
    );

    /// <param name="Sectie">A section of the rule version: <c>parameters</c> or <c>termijnen</c>.</param>
    /// <param name="Waarde">As the rule version writes it: <c>24999.00</c>, <c>60</c>, <c>nooit</c>.</param>
    public sealed record Wijziging(
        [property: Description("De sectie van de regelversie: parameters of termijnen.")] string Sectie,
        [property: Description("De code van de regel, zoals /regelversies/{id} haar noemt.")] string Code,
        [property: Description("De waarde zoals de regelversie haar schrijft, altijd als tekst: 24999.00, 60 of nooit.")] string Waarde
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/simulaties", Voer)
            .Voor(Rol.Regelbeheerder)
            .SlaatNietsOp()
            .LegtInzageVast("simulatie")
            .Geeft<Uitslag>()
            .Geeft<SimulatieTonen.Stand>(202)
            .WithSummary("Rekent een tijdvak door onder andere regels of een ander plafond")
            .WithDescription(
                $"Laat naast elkaar zien wat er van een tijdvak komt zoals het is en met de wijzigingen, en welke zaken anders uitvallen. Er verandert niets en er wordt niets besloten. Tot en met {MeesteDirect} aanvragen krijgt u het antwoord meteen; daarboven 202 met een adres waar u de voortgang en daarna het antwoord ophaalt."
            );

    private static async Task<Uitkomst> Voer(
        Verzoek verzoek,
        Aanvraagtijdvakken tijdvakken,
        Contextregister contexten,
        Regelbron<AanvragenContext> regelbron,
        IBelangen belangen,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await tijdvakken.Zoek(verzoek.Tijdvak, ct) is not { } tijdvak)
        {
            return Weigering.Invoer(
                new Fout(
                    "tijdvak",
                    $"Tijdvak '{verzoek.Tijdvak}' is hier niet bekend. Kies een tijdvak uit de lijst van tijdvakken.",
                    "artikel 2.6"
                )
            );
        }
        var nu = moment.Nu;
        var regels = await regelbron.Nu(ct);
        var versie = regels.Versie(tijdvak.Regelversie, nu);
        if (Fouten(versie, verzoek) is { Count: > 0 } fouten)
        {
            return Weigering.Invoer(fouten);
        }
        if (Plafond(tijdvak) is not { } plafond)
        {
            return Weigering.Van("plafond-onbekend", $"Het plafond van {tijdvak.Id} is hier niet bekend. Stel het tijdvak opnieuw vast.");
        }
        var opslag = contexten.Van(typeof(AanvragenContext));
        var wijzigingen = verzoek.Wijzigingen ?? [];
        var opdracht = new Opdracht(
            tijdvak.Id,
            versie.Id,
            nu,
            wijzigingen,
            plafond,
            verzoek.Plafond ?? plafond,
            versie.Hash,
            versie.Met(Regelwijzigingen(wijzigingen)).Hash,
            tijdvak.Volgorde,
            tijdvak.Overschrijding
        );
        var zaaknummers = await Tijdvaklezer.Zaaknummers(opslag, tijdvak.Id, ct);
        if (zaaknummers.Length <= MeesteDirect)
        {
            var gesloten = await belangen.Gesloten(persoon.Onderwerp, ct);
            var uitslag = (await Tijdvaklezer.Reken(opslag, regels, opdracht, zaaknummers, _ => Task.CompletedTask, ct)).Zonder(gesloten);
            return Uitkomst.Ok(uitslag) with { Zaken = [.. uitslag.AndereUitkomst.Select(a => a.Zaaknummer)] };
        }
        var id = await Simulatierij.Begin(opslag.Bron, opdracht, zaaknummers.Length, ct);
        return new Uitkomst
        {
            Status = 202,
            Locatie = $"/v1/simulaties/{id}",
            Inhoud = SimulatieTonen.Wacht(id, zaaknummers.Length, nu),
        };
    }

    private static decimal? Plafond(Aanvraagtijdvak tijdvak) => tijdvak.Plafond ?? Regels.Aanvraagtijdvakken.Zoek(tijdvak.Id)?.Plafond;

    internal static IReadOnlyList<Regelwijziging> Regelwijzigingen(IReadOnlyList<Wijziging> wijzigingen) =>
        [.. wijzigingen.Select(w => new Regelwijziging(w.Sectie, w.Code, w.Waarde, "simulatie", null))];

    /// <summary>Everything that is wrong with a request, each under its field.</summary>
    internal static IReadOnlyList<Fout> Fouten(Regelversie versie, Verzoek verzoek)
    {
        var wijzigingen = verzoek.Wijzigingen ?? [];
        return
        [
            .. verzoek.Plafond <= 0m
                ? (Fout[])[new Fout("plafond", "Geef een plafond boven nul, of laat dit veld weg.", "artikel 2.7")]
                : [],
            .. wijzigingen.Count > MeesteWijzigingen
                ? [new Fout("wijzigingen", $"Geef ten hoogste {MeesteWijzigingen} wijzigingen.")]
                : Wijzigingsfouten(versie, wijzigingen),
        ];
    }

    private static IEnumerable<Fout> Wijzigingsfouten(Regelversie versie, IReadOnlyList<Wijziging> wijzigingen)
    {
        for (var i = 0; i < wijzigingen.Count; i++)
        {
            var wijziging = wijzigingen[i];
            if (wijzigingen.Take(i).Any(w => (w.Sectie, w.Code) == (wijziging.Sectie, wijziging.Code)))
            {
                yield return new Fout($"wijzigingen[{i}].code", $"'{wijziging.Code}' staat er twee keer. Laat er één staan.");
            }
        }
        if (Fouten(versie, wijzigingen) is not { Count: > 0 } samen)
        {
            yield break;
        }
        // By itself first: then it is certain which change is wrong.
        var gevonden = false;
        for (var i = 0; i < wijzigingen.Count; i++)
        {
            // One for each change: that there is no such rule says enough.
            foreach (var fout in Fouten(versie, [wijzigingen[i]]).Take(1))
            {
                gevonden = true;
                yield return Fout(versie, $"wijzigingen[{i}]", wijzigingen[i], fout);
            }
        }
        foreach (var fout in gevonden ? [] : samen)
        {
            yield return new Fout("wijzigingen", $"{fout}.");
        }
    }

    private static IReadOnlyList<string> Fouten(Regelversie versie, IReadOnlyList<Wijziging> wijzigingen)
    {
        try
        {
            versie.Met(Regelwijzigingen(wijzigingen));
            return [];
        }
        catch (RegelbestandException e)
        {
            return e.Fouten;
        }
    }

    /// <param name="fout">As <see cref="RegelbestandException.Fouten"/> says it.</param>
    private static Fout Fout(Regelversie versie, string veld, Wijziging wijziging, string fout)
    {
        var regel = versie.Zoek(wijziging.Sectie, wijziging.Code);
        return new Fout(
            regel is null ? $"{veld}.code" : $"{veld}.waarde",
            $"{wijziging.Sectie}, {wijziging.Code}: {RegelbestandException.ZonderPlaats(fout)}.",
            regel is null ? null : $"artikel {regel.Artikel}"
        );
    }
}
