using System.Collections.Concurrent;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SlimRegeling.Platform.Identiteit;

/// <summary>
/// Remembers for a minute that a token was found good, because its signature costs more than all else at the door. Only good
/// outcomes are kept, never beyond the end of the token, so that a key that the provider withdraws is out within the minute.
/// </summary>
internal sealed class Bewaardetokens : JsonWebTokenHandler
{
    private const int Hoogstens = 10_000;
    private static readonly TimeSpan Bewaartijd = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Goedgekeurd> _goed = new(StringComparer.Ordinal);

    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        var nu = TimeProvider.System.GetUtcNow();
        if (_goed.TryGetValue(token, out var eerder))
        {
            if (eerder.Tot > nu)
                return eerder.Uitkomst();
            _goed.TryRemove(token, out _);
        }

        var uitkomst = await base.ValidateTokenAsync(token, validationParameters);
        if (uitkomst is not { IsValid: true, SecurityToken: { } gelezen })
            return uitkomst;
        if (_goed.Count >= Hoogstens)
            _goed.Clear();
        var einde = new DateTimeOffset(gelezen.ValidTo, TimeSpan.Zero);
        var goed = new Goedgekeurd(uitkomst, einde < nu + Bewaartijd ? einde : nu + Bewaartijd);
        _goed[token] = goed;
        return goed.Uitkomst();
    }

    private sealed record Goedgekeurd(TokenValidationResult Eerste, DateTimeOffset Tot)
    {
        /// <summary>Each request gets an identity of its own: one that is shared could be changed by another request.</summary>
        public TokenValidationResult Uitkomst() =>
            new()
            {
                IsValid = true,
                Issuer = Eerste.Issuer,
                SecurityToken = Eerste.SecurityToken,
                ClaimsIdentity = Eerste.ClaimsIdentity.Clone(),
            };
    }
}
