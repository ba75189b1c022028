using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Vaststelling.Steekproeven;

/// <summary>
/// Proposes as one act to settle the whole award of the cases of a drawn list that were not drawn and of which nothing makes a fault likelier, each as if it
/// were alone: what one case refuses takes nothing from others. Any other case is judged by itself, and each proposal is signed by itself.
/// </summary>
public static class Voorleggen
{
    private const int Meeste = 1_000;

    /// <param name="Argument">Why all was done; it stands in the letter of each.</param>
    public sealed record Verzoek(string Argument);

    /// <param name="Code">Of the refusal, as the act on this one case alone would give it.</param>
    public sealed record Regel(string Zaaknummer, bool Gelukt, string? Code = null, string? Uitleg = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/steekproeven/{nummer}/voorstellen", Voer).Voor(Rol.Beoordelaar).Geeft<IReadOnlyList<Regel>>();

    private static async Task<Uitkomst> Voer(
        string nummer,
        Verzoek verzoek,
        Stroom<Steekproef> steekproeven,
        Stroom<Verantwoording> verantwoordingen,
        Werkeenheid<VaststellingContext> eenheid,
        Regelbron<VaststellingContext> regelbron,
        IBelangen belangen,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await steekproeven.Lees(nummer, ct) is not { Begonnen: not null } steekproef)
        {
            return Weigering.NietGevonden(nummer);
        }
        if (Fouten(steekproef, verzoek) is { } weigering)
        {
            return weigering;
        }
        var (regels, nu, wie) = (await regelbron.Nu(ct), moment.Nu, persoon.Onderwerp);
        var kandidaten = Kandidaten(steekproef, await belangen.Gesloten(wie, ct));
        var zaken = await eenheid.Sessie.LoadManyAsync<Verantwoording>(ct, kandidaten);
        // What was told after the list was fixed is no signal in it.
        string[] open =
        [
            .. zaken
                .Where(z => z is { Fase: Fase.Opengesteld, IsGemeld: false })
                .Select(z => z.Id)
                .Order(StringComparer.Ordinal)
                .Take(Meeste),
        ];
        if (open.Length == 0)
        {
            return Weigering.Van(
                "niets-voor-te-leggen",
                "Van deze lijst is er geen zaak meer die samen kan worden voorgelegd: niet getrokken, zonder signaal, en waarover nog niets is gevraagd of voorgesteld. Beoordeel de andere zaken apart."
            );
        }
        var uitkomsten = await verantwoordingen.SchrijfElk(
            open,
            zaak => Beslis(zaak, verzoek.Argument, inhoud => verantwoordingen.Bewaar(zaak.Id, inhoud), wie, regels, nu, nummer),
            ct
        );
        return Uitkomst.Ok(open.Zip(uitkomsten, Toon).ToList());
    }

    /// <summary>Null when the cases of this list can be proposed together.</summary>
    public static Weigering? Fouten(Steekproef steekproef, Verzoek verzoek) =>
        string.IsNullOrWhiteSpace(verzoek.Argument)
            ? Weigering.Invoer(new Fout("argument", "Schrijf op waarom u vindt dat alles is uitgevoerd.", "3:46 Awb"))
        : steekproef.Getrokken is null
            ? Weigering.Van("nog-niet-getrokken", "Uit deze lijst is nog niet getrokken. Trek eerst de steekproef.", "2.24, eerste lid")
        : null;

    /// <summary>The cases of a drawn list that were not drawn and have no signal.</summary>
    /// <param name="gesloten">Those that are closed to who proposes: a colleague does these.</param>
    public static IReadOnlyList<string> Kandidaten(Steekproef steekproef, IReadOnlySet<string> gesloten)
    {
        var getrokken = steekproef.Getrokken!.Zaaknummers.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. steekproef
                .Begonnen!.Populatie.Where(lid => lid.Signalen.Count == 0)
                .Select(lid => lid.Zaaknummer)
                .Where(zaak => !getrokken.Contains(zaak) && !gesloten.Contains(zaak)),
        ];
    }

    /// <param name="bewaar">Keeps the arguments beside the stream; called only when the proposal stands.</param>
    public static Beslissing Beslis(
        Verantwoording zaak,
        string argument,
        Func<object, Verwijzing> bewaar,
        string wie,
        Regelstanden regels,
        Instant nu,
        string nummer
    ) =>
        zaak.Fase != Fase.Opengesteld
            ? Weigering.Van("niet-meer-open", "Over deze zaak is intussen iets gevraagd of voorgesteld. Beoordeel haar apart.")
        : zaak.IsGemeld
            ? Weigering.Van(
                "gemeld",
                "De ontvanger meldde dat niet alles gaat zoals is verleend. Lees die melding en beoordeel de zaak apart.",
                "artikel 5.7 Kaderregeling"
            )
        : Beoordelen.Beslis(
            zaak.Id,
            zaak,
            new([.. zaak.Opening!.Activiteiten.Select(a => new Beoordelen.Oordeel(a, true, argument.Trim()))]),
            bewaar,
            wie,
            regels,
            nu,
            nummer
        );

    private static Regel Toon(string zaaknummer, Weigering? weigering) =>
        weigering is null ? new(zaaknummer, true) : new(zaaknummer, false, weigering.Code, weigering.Uitleg);
}
