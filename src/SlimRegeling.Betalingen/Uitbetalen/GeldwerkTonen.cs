using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Vorderen;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Uitbetalen;

/// <summary>
/// How much work there is on orders, rounds and claims, and what comes first of it: only that is a view of its case. Nothing is counted of a case that is
/// closed to who looks.
/// </summary>
public static class GeldwerkTonen
{
    /// <summary>More stands in the list of the work itself.</summary>
    private const int Getoond = 5;

    private static readonly string[] Standen =
    [
        Opdrachtvraag.WachtOpRekening,
        Opdrachtvraag.WachtOpBezwaar,
        Opdrachtvraag.WachtOpBeslag,
        Opdrachtvraag.WachtOpHervatting,
        Opdrachtvraag.WachtOpNaam,
        Opdrachtvraag.Terug,
        Opdrachtvraag.Betaalbaar,
    ];

    /// <param name="Rondes">How many wait for approval.</param>
    /// <param name="Vorderingen">Of how many something stands open, or a proposal lies ready.</param>
    public sealed record Beeld(
        IReadOnlyList<Opdrachtstapel> Opdrachten,
        int Rondes,
        IReadOnlyList<RondeTonen.Beeld> EersteRondes,
        int Vorderingen,
        IReadOnlyList<Vorderingregel> EersteVorderingen
    );

    /// <param name="Stand">As the list of orders takes it: wacht-op-rekening, wacht-op-bezwaar, wacht-op-beslag, wacht-op-hervatting, wacht-op-naam, terug or betaalbaar.</param>
    /// <param name="Totaal">Of all of them, in euro.</param>
    public sealed record Opdrachtstapel(string Stand, int Aantal, decimal Totaal, IReadOnlyList<Tonen.Beeld> Eerste);

    /// <param name="Volgende">What to do now, in words.</param>
    public sealed record Vorderingregel(string Vordering, string Volgende);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/geldwerk", Toon)
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .LegtInzageVast("geldwerk", bladerend: true)
            .Geeft<Beeld>();

    private static async Task<Uitkomst> Toon(
        Werkeenheid<BetalingenContext> eenheid,
        Contextregister contexten,
        IBelangen belangen,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        var bron = contexten.Van(typeof(BetalingenContext)).Bron;
        var gesloten = await belangen.Gesloten(persoon.Onderwerp, ct);
        var stapels = new List<Opdrachtstapel>();
        foreach (var stand in Standen)
        {
            var vraag = new Opdrachtvraag(stand, null, gesloten);
            var (aantal, totaal) = await vraag.Tel(bron, ct);
            var eerste = aantal == 0 ? [] : await Tonen.Beelden(eenheid.Sessie, await vraag.Nummers(bron, null, Getoond, ct), ct);
            stapels.Add(new Opdrachtstapel(stand, aantal, totaal, eerste));
        }
        var (rondes, _) = await Rondelijst.Lees(bron, Rondestatus.Voorgesteld, null, Getoond, ct);
        var vorderingen = await Vorderingwerk.Eerste(eenheid.Sessie, gesloten, Getoond, ct);
        return Uitkomst.Ok(
            new Beeld(
                stapels,
                await Rondelijst.Tel(bron, Rondestatus.Voorgesteld, ct),
                [.. rondes.Select(RondeTonen.Van)],
                await Vorderingwerk.Tel(bron, gesloten, ct),
                [.. vorderingen.Select(v => new Vorderingregel(v.Id, Vervolg.Van(v, moment.Vandaag)))]
            )
        ) with
        {
            Zaken =
            [
                .. stapels.SelectMany(s => s.Eerste).Select(o => o.Zaaknummer).Concat(vorderingen.Select(v => v.Zaaknummer)).Distinct(),
            ],
        };
    }
}
