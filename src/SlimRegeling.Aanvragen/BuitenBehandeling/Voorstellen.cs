using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Aanvragen.BuitenBehandeling;

/// <summary>The applications of a window that a person can decide not to handle, those first that must be told first.</summary>
public static class Voorstellen
{
    internal const string Ddl = """
        create table if not exists {schema}.uitsluiting (
          zaaknummer text primary key,
          tijdvak text not null
        );
        create index if not exists uitsluiting_tijdvak on {schema}.uitsluiting (tijdvak)
        """;

    /// <summary>Whoever was asked for a completion, or left out of the list, and still takes part. What holds now, the state tells.</summary>
    private const string Kandidaten = """
        select k.zaaknummer from (
          select g.zaaknummer from aanvragen.gezegd g where g.tijdvak = ? and g.soort = 'aanvulling-gevraagd'
          union select u.zaaknummer from aanvragen.uitsluiting u where u.tijdvak = ?
        ) k
        where not exists (select from aanvragen.gezegd v where v.zaaknummer = k.zaaknummer and v.soort = 'vervallen')
        """;

    /// <param name="Grond">niet-aangevuld or dubbele-aanvraag.</param>
    /// <param name="MededelenUiterlijk">The last day to tell the applicant (4:5, fourth paragraph, Awb).</param>
    /// <param name="MagOndertekenen">
    /// Whether the caller may sign now: another person than the one on whose word the proposal rests, and no assessment lies before another signer.
    /// </param>
    public sealed record Regel(
        string Zaaknummer,
        string Tijdvak,
        string KvkNummer,
        string Grond,
        string Uitleg,
        string Artikel,
        LocalDate MededelenUiterlijk,
        IReadOnlyList<string> Ontbreekt,
        bool MagOndertekenen,
        LocalDate? AanvullenUiterlijk = null,
        Instant? AangevuldOp = null,
        string? Eerdere = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/buitenbehandelingvoorstellen", Voer)
            .Voor(Rol.Beoordelaar, Rol.Medeondertekenaar)
            .LegtInzageVast("buitenbehandelingvoorstellen")
            .Geeft<IReadOnlyList<Regel>>();

    private static async Task<Uitkomst> Voer(
        string tijdvak,
        Werkeenheid<AanvragenContext> eenheid,
        Regelbron<AanvragenContext> regelbron,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        var nu = moment.Nu;
        var regels = await regelbron.Nu(ct);
        var zaken = await eenheid.Sessie.AdvancedSql.QueryAsync<string>(Kandidaten, ct, tijdvak, tijdvak);
        var aanvragen = await eenheid.Sessie.LoadManyAsync<Aanvraag>(ct, zaken);
        var voorstellen = aanvragen
            .Select(a => (Aanvraag: a, Voorstel: Voorgesteld.Van(a, regels, nu)))
            .Where(v => v.Voorstel is not null)
            .OrderBy(v => v.Voorstel!.MededelenUiterlijk)
            .ThenBy(v => v.Aanvraag.Id, StringComparer.Ordinal)
            .Select(v =>
                Toon(
                    v.Aanvraag,
                    v.Voorstel!,
                    persoon.Heeft(Rol.Medeondertekenaar)
                        && persoon.Onderwerp != v.Voorstel!.DoorIemand
                        && v.Aanvraag.Fase != Fase.Beoordeeld
                )
            )
            .ToList();
        return Uitkomst.Ok(voorstellen) with { Zaken = [.. voorstellen.Select(v => v.Zaaknummer)] };
    }

    internal static void Noteer(IDocumentSession sessie, AanvraagUitgeslotenBericht bericht) =>
        sessie.QueueSqlCommand(
            "insert into aanvragen.uitsluiting (zaaknummer, tijdvak) values (?, ?) on conflict (zaaknummer) do nothing",
            bericht.Zaaknummer,
            bericht.Tijdvak
        );

    private static Regel Toon(Aanvraag aanvraag, Voorgesteld voorstel, bool magOndertekenen) =>
        new(
            aanvraag.Id,
            aanvraag.Ingediend!.Tijdvak,
            aanvraag.KvkNummer,
            voorstel.Grond,
            voorstel.Uitleg,
            voorstel.Artikel,
            voorstel.MededelenUiterlijk,
            voorstel.Ontbreekt,
            magOndertekenen,
            voorstel.AanvullenUiterlijk,
            voorstel.AangevuldOp,
            voorstel.Eerdere
        );
}
