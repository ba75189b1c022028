using Marten;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>What an objection says and who it is from: kept beside the stream, destroyed with the dossier.</summary>
/// <param name="Adres">Of who wrote by post; null of who signed in.</param>
/// <param name="KvkNummer">Of the enterprise; null when it is from none.</param>
/// <param name="Dagtekening">The date that it bears; null of what came online, and when it bears none.</param>
public sealed record Bezwaarinhoud(
    string? Naam,
    string? Gronden,
    string? RedenTeLaat,
    string? Adres = null,
    string? KvkNummer = null,
    LocalDate? Dagtekening = null
);

/// <summary>The objections of a case, each with the next number.</summary>
public sealed class Bezwaarregister(Stroom<Bezwaar> bezwaren, Werkeenheid<VerleningContext> eenheid, Regelbron<VerleningContext> regelbron)
{
    /// <summary>In the order of their numbers.</summary>
    public async Task<IReadOnlyList<Bezwaar>> Van(string zaaknummer, CancellationToken ct) =>
        [
            .. (await eenheid.Sessie.Query<Bezwaar>().Where(b => b.Zaaknummer == zaaknummer).ToListAsync(ct))
                .OrderBy(b => b.Id.Length)
                .ThenBy(b => b.Id, StringComparer.Ordinal),
        ];

    /// <summary>Those of each of these cases, by its number.</summary>
    public async Task<ILookup<string, Bezwaar>> VanElk(IReadOnlyCollection<string> zaaknummers, CancellationToken ct) =>
        (
            zaaknummers.Count == 0
                ? []
                : await eenheid.Sessie.QueryAsync<Bezwaar>("where data ->> 'zaaknummer' = any(?)", ct, (object)zaaknummers.ToArray())
        ).ToLookup(b => b.Zaaknummer);

    /// <summary>Adds one; who is second at the same moment meets the number and decides again.</summary>
    /// <param name="beslis">Gets the others of the case and the rules.</param>
    public async Task<Uitkomst> Voeg(
        Verlening verlening,
        Func<IReadOnlyList<Bezwaar>, Regelstanden, Beslissing> beslis,
        CancellationToken ct
    )
    {
        var regels = await regelbron.Nu(ct);
        var andere = await Van(verlening.Id, ct);
        var nummer = Bezwaarnummer.Van(verlening.Id, andere.Count + 1);
        BezwaarIngediend? ingediend = null;
        var uitkomst = await bezwaren.SchrijfOfBegin(
            nummer,
            stand =>
            {
                if (stand is not null)
                {
                    return Weigering.Van(
                        "gelijktijdig",
                        "Op dit moment komt er nog een bezwaar binnen bij deze zaak. Probeer het opnieuw."
                    );
                }
                var beslissing = beslis(andere, regels);
                ingediend = beslissing.Gebeurtenissen.OfType<BezwaarIngediend>().FirstOrDefault();
                return beslissing;
            },
            ct
        );
        return uitkomst.Met(() => new BezwaarIndienen.Ingediend(nummer, ingediend!.BeslissenUiterlijk)) with
        {
            Status = uitkomst.Weigering is null ? 201 : uitkomst.Status,
            Locatie = uitkomst.Weigering is null ? $"/v1/bezwaren/{nummer}" : null,
        };
    }

    /// <summary>The receipt, with the days that follow from it.</summary>
    public static BezwaarIngediend Ingediend(
        Verlening verlening,
        Bestreden bestreden,
        string indiener,
        string wijze,
        LocalDate ontvangenOp,
        LocalDate? poststempel,
        IReadOnlyList<string> ontbreekt,
        bool? wilHoren,
        Verwijzing inhoud,
        Regelversie versie,
        Instant nu
    )
    {
        var ingediend = new BezwaarIngediend(
            new Betreft(verlening.Id, verlening.KvkNummer, bestreden.Besluit, bestreden.Soort, bestreden.Regelversie, indiener),
            bestreden.Ondertekenaars,
            wijze,
            ontvangenOp,
            poststempel,
            bestreden.Termijn?.Van,
            bestreden.Termijn?.TotEnMet,
            ontbreekt,
            wilHoren,
            inhoud,
            Termijnen.Einde(versie, Termijncode.ReactieHoren, ontvangenOp),
            null,
            versie.Hash,
            nu
        );
        return ingediend with { BeslissenUiterlijk = Bezwaardagen.Beslissen(new Bezwaar().Apply(ingediend), versie) };
    }
}
