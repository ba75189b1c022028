using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Aanvragen.Begrotingen;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Aanvragen.Werkblad;

/// <summary>What an assessor has before them: what is to be judged, the budget line by line, and what was written so far.</summary>
public static class BeoordelingTonen
{
    /// <param name="Titel">Of the rule version.</param>
    /// <param name="Soort">grond or eis.</param>
    public sealed record Vraag(string Code, string Titel, string Artikel, string Soort);

    /// <summary>A line of the budget as it was asked.</summary>
    /// <param name="Telt">What the rules count for it, in euro.</param>
    public sealed record Regelbeeld(string Regel, string Activiteit, Regelsoort Soort, Regelwaarde Gevraagd, decimal Telt);

    [Description("Een artikel om bij een regel te noemen; een ander mag ook.")]
    public sealed record Artikelkeuze(string Titel, string Artikel);

    /// <param name="Versie">Give it as If-Match when it is saved again; 0 when nothing was saved.</param>
    /// <param name="Door">Pseudonym of who saved it last, or assessed.</param>
    public sealed record Concept(long Versie, Beoordelen.Verzoek Verzoek, string? Door = null, Instant? Op = null);

    /// <param name="Beoordelaar">Pseudonym of who has the case; absent when nobody has.</param>
    /// <param name="VanU">Whether that is who asks.</param>
    /// <param name="Gereserveerd">Euro; absent when no budget was set apart.</param>
    /// <param name="KanNu">Whether it can be assessed now.</param>
    /// <param name="Concept">What was saved; after a proposal came back what it rested on.</param>
    /// <param name="Besloten">
    /// The judgments on which the decision that holds rests, from where the application is assessed again for an objection or to mend a mistake; absent
    /// when there is neither, and when nobody assessed it.
    /// </param>
    public sealed record Beeld(
        string Zaaknummer,
        Status Status,
        bool KanNu,
        bool VanU,
        IReadOnlyList<Vraag> TeOordelen,
        IReadOnlyList<Regelbeeld> Begroting,
        IReadOnlyList<Artikelkeuze> Artikelen,
        Concept Concept,
        string? Beoordelaar = null,
        decimal? Gereserveerd = null,
        Beoordelen.Verzoek? Besloten = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/aanvragen/{zaaknummer}/beoordeling", Voer)
            .Voor(Rol.Beoordelaar, Rol.Medeondertekenaar)
            .LegtInzageVast("beoordeling")
            .Geeft<Beeld>();

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Stroom<Aanvraag> aanvragen,
        Werkeenheid<AanvragenContext> eenheid,
        Contextregister contexten,
        Regelbron<AanvragenContext> regelbron,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await aanvragen.Lees(zaaknummer, ct) is not { Ingediend: { } ingediend } gelezen)
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        if (await eenheid.Lees<Formulier>(gelezen.Inhoud, ct) is not { } formulier)
        {
            return Weigering.Van("inhoud-vernietigd", "De inhoud van deze aanvraag is vernietigd. Er is niets meer te beoordelen.");
        }
        var versie = (await regelbron.Nu(ct)).Versie(ingediend.Regelversie, moment.Nu);
        var subsidies = await Subsidies.Van(contexten.Van(typeof(AanvragenContext)).Bron, ingediend, ct);
        var weging = Weging.Weeg(versie, gelezen, formulier, null, subsidies, new Dictionary<string, bool>(), moment.Nu);
        var concept = await Geschreven(gelezen, eenheid, ct);
        var besloten = gelezen.Bezwaren.Count > 0 ? await Herbeoordelen.Eerder(gelezen, eenheid, ct) : null;
        return await aanvragen.Toon(
            zaaknummer,
            aanvraag => new Beeld(
                aanvraag.Id,
                aanvraag.Status,
                aanvraag is { Fase: Fase.Volledig, Uitsluiting: null, Budget: not null },
                aanvraag.Beoordelaar == persoon.Onderwerp,
                [.. Weging.TeOordelen(weging).Select(code => Vragen(versie, code))],
                [
                    .. Begrotingsregel
                        .Van(formulier.Activiteiten ?? [])
                        .Select(r => new Regelbeeld(r.Plaats, r.Activiteit, r.Soort, r.Waarde, r.Bedrag(versie))),
                ],
                Artikelen(versie),
                concept,
                aanvraag.Beoordelaar,
                aanvraag.Budget?.Gereserveerd,
                besloten
            ),
            ct
        );
    }

    /// <summary>What was saved; else what the last assessment says, so that who judges again begins where it ended.</summary>
    private static async Task<Concept> Geschreven(Aanvraag aanvraag, Werkeenheid<AanvragenContext> eenheid, CancellationToken ct)
    {
        if (await eenheid.Sessie.LoadAsync<Beoordelingsconcept>(aanvraag.Id, ct) is { } bewaard)
        {
            return new(bewaard.Version, bewaard.Verzoek, bewaard.Door, bewaard.Op);
        }
        var eerder = aanvraag.Beoordeling is { } b ? await eenheid.Lees<Beoordelen.Inhoud>(b.Inhoud, ct) : null;
        return eerder is null
            ? new(0, new Beoordelen.Verzoek([]))
            : new(0, eerder.Verzoek, aanvraag.Beoordeling!.Beoordelaar, aanvraag.Beoordeling.Op);
    }

    private static Vraag Vragen(Regelversie versie, string code) =>
        versie.Gronden.TryGetValue(code, out var grond)
            ? new(code, grond.Titel, grond.Artikel, "grond")
            : new(code, versie.Eis(code).Titel, versie.Eis(code).Artikel, "eis");

    /// <summary>Of the kinds of costs: what a correction mostly rests on.</summary>
    private static IReadOnlyList<Artikelkeuze> Artikelen(Regelversie versie) =>
        [
            .. ((string[])[Postcode.Adviseur, Postcode.OverigExtern, Postcode.Loon, Postcode.Loopbaantrajecten])
                .Where(versie.Posten.ContainsKey)
                .Select(code => new Artikelkeuze(versie.Post(code).Titel, versie.Post(code).Artikel)),
        ];
}
