using SlimRegeling.Platform.Narekenen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Relaties;

/// <summary>Computes the de-minimis room after each award again, with what was known when it was registered.</summary>
internal sealed class Narekenen : INarekening
{
    public IReadOnlyList<Type> Besluiten { get; } = [typeof(SteunGeregistreerd), typeof(SteunBijgesteld), typeof(RuimteHerrekend)];

    public async Task<IReadOnlyList<Nagerekend>> Reken(Bundel bundel, CancellationToken ct)
    {
        var regels = await bundel.Regels<RelatiesContext>(ct);
        return [.. bundel.Stromen.SelectMany(verloop => Stroom(verloop, regels))];
    }

    private static IEnumerable<Nagerekend> Stroom(Verloop verloop, Regelstanden regels)
    {
        var stand = Vouw.Begin<Onderneming>(verloop.Id);
        foreach (var gebeurtenis in verloop.Gebeurtenissen)
        {
            var na = stand = Vouw.Volg(stand, gebeurtenis);
            Func<Beslissing>? opnieuw = gebeurtenis switch
            {
                SteunGeregistreerd e => () => Opnieuw(e, na, regels.Toen(e.Regelhash)),
                SteunBijgesteld e => () => Opnieuw(e, na, regels.Toen(e.Regelhash)),
                RuimteHerrekend e => () => Opnieuw(e, na, regels.Toen(e.Regelhash)),
                _ => null,
            };
            if (opnieuw is not null)
            {
                yield return Nagerekend.Van(verloop.Id, gebeurtenis, opnieuw, _ => Artikel(na, gebeurtenis, regels));
            }
        }
    }

    private static SteunGeregistreerd Opnieuw(SteunGeregistreerd e, Onderneming na, Regelstanden regels)
    {
        var post = Post(na, (e.Zaaknummer, e.Besluit));
        return e with { RuimteNa = Steunruimte.Na(na, post, regels), Regelhash = Steunruimte.Regels(post, regels).Hash };
    }

    private static SteunBijgesteld Opnieuw(SteunBijgesteld e, Onderneming na, Regelstanden regels) =>
        e with
        {
            RuimteNa = Steunruimte.Na(na, e.Post, regels),
            Regelhash = Steunruimte.Regels(e.Post, regels).Hash,
        };

    private static RuimteHerrekend Opnieuw(RuimteHerrekend e, Onderneming na, Regelstanden regels)
    {
        var post = Post(na, (e.Zaaknummer, e.Besluit));
        return e with
        {
            RuimteNa = Steunruimte.Na(na, post, regels),
            Regelversie = post.Regelversie,
            Regelhash = Steunruimte.Regels(post, regels).Hash,
        };
    }

    private static Steunpost Post(Onderneming stand, (string Zaaknummer, string? Besluit) sleutel) =>
        stand.Steun.Single(post => post.Sleutel == sleutel);

    private static string Artikel(Onderneming stand, Gebeurtenis gebeurtenis, Regelstanden regels)
    {
        var (post, hash) = gebeurtenis switch
        {
            SteunGeregistreerd e => (Post(stand, (e.Zaaknummer, e.Besluit)), e.Regelhash),
            SteunBijgesteld e => (e.Post, e.Regelhash),
            RuimteHerrekend e => (Post(stand, (e.Zaaknummer, e.Besluit)), e.Regelhash),
            _ => throw new ArgumentException($"{gebeurtenis.GetType().Name} is no decision here.", nameof(gebeurtenis)),
        };
        return Steunruimte.Regels(post, regels.Toen(hash)).Eis(Eiscode.DeMinimisruimte).Artikel;
    }
}
