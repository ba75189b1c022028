using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>One step in an objection, by the rules of the decision that it is against as they are now.</summary>
public sealed class Bezwaarstap(Stroom<Bezwaar> bezwaren, Regelbron<VerleningContext> regelbron, Moment moment)
{
    public async Task<Uitkomst> Doe(string bezwaar, Func<Bezwaar, Regelversie, Instant, Beslissing> beslis, CancellationToken ct)
    {
        var (regels, nu) = (await regelbron.Nu(ct), moment.Nu);
        return await bezwaren.Schrijf(bezwaar, stand => beslis(stand, regels.Versie(stand.Betreft!.Regelversie, nu), nu), ct);
    }

    /// <summary>Keeps what someone wrote beside the stream, with the dossier of the case.</summary>
    public Verwijzing Bewaar(string bezwaar, object inhoud) => bezwaren.Bewaar(Bezwaarnummer.Zaak(bezwaar), inhoud);
}
